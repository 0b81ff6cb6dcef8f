using System.Net;
using Governance.Tests.Support;
using Xunit.Abstractions;

namespace Governance.Tests.Faults;

/// <summary>Twelve forms of 30 MB at once from nobody, of each kind, sent to a node that may take what a container of 768 MiB lets it.</summary>
public sealed class LargeFormTests(ITestOutputHelper output)
{
    private const int Forms = 12;
    private const long Thirty = 30 << 20, Container = 768L << 20, MostMore = 64L << 20;
    // Three quarters of the container's, which is what .NET takes for its heap there.
    private const string Heap = "0x24000000";

    public static TheoryData<string, string> Kinds => new()
    {
        { "application/x-www-form-urlencoded", "login=" },
        { "multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"login\"\r\n\r\n" },
        { "multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\n" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task They_are_refused_and_take_no_memory(string mediaType, string begin)
    {
        await using var node = await ServerProcess.ServeInAsync([("DOTNET_GCHeapHardLimit", Heap)], $"--ConnectionStrings:Governance={PostgresServer.Serving(await PostgresServer.CreateDatabaseAsync())}");
        foreach (var announced in new[] { true, false }) await SendAsync(node, mediaType, begin, announced, 1 << 20);
        var before = node.MostMemory;

        foreach (var announced in new[] { true, false })
        {
            var sent = await Task.WhenAll(Enumerable.Range(0, Forms).Select(_ => SendAsync(node, mediaType, begin, announced, Thirty)));
            sent.Sum().Should().BeLessThan(announced ? 1 : Forms * (9L << 20), "it is refused before it is read, and what is on its way is in the sockets of both");
        }

        output.WriteLine($"{before >> 20} MiB before, {node.MostMemory >> 20} MiB at most");
        (node.MostMemory - before).Should().BeLessThan(MostMore);
        node.MostMemory.Should().BeLessThan(Container);
        using var ready = await node.Client.GetAsync(new Uri("/health/ready", UriKind.Relative));
        ready.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    /// <returns>How many bytes of it were asked for.</returns>
    private static async Task<long> SendAsync(ServerProcess node, string mediaType, string begin, bool announced, long length)
    {
        var content = new CountedContent(mediaType, begin, length, announced);
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, Expect100ContinueTimeout = TimeSpan.FromSeconds(30) };
        using var client = new HttpClient(handler) { BaseAddress = node.Client.BaseAddress };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = content, Headers = { ExpectContinue = true, TransferEncodingChunked = !announced } };
        try
        {
            using var answer = await client.SendAsync(request);
            answer.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        }
        catch (HttpRequestException) when (!announced)
        {
            // Who goes on sending is hung up on.
        }
        return content.Sent;
    }
}
