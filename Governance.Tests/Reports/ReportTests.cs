using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Governance.Tests.Support;

namespace Governance.Tests.Reports;

/// <summary>Situations from public reports of people who keep such registers, rebuilt with invented people: each file says where it is from and what is right.</summary>
public sealed class ReportTests(ReportTests.Server server) : IClassFixture<ReportTests.Server>
{
    private static readonly string Folder = Path.Combine(Repository.Root, "Governance.Tests", "Reports");

    public static TheoryData<string> Inputs => Named("Inputs");

    /// <summary>Situations of the same kinds that nobody has reported.</summary>
    public static TheoryData<string> Further => Named("Further");

    public static TheoryData<string> Shapes => Named("Shapes");

    [Theory, MemberData(nameof(Inputs))]
    public Task What_was_reported_comes_out_right(string name) => ComesOutRightAsync(name);

    [Theory, MemberData(nameof(Shapes))]
    public Task Files_of_the_shape_that_councils_and_parliaments_are_published_in_are_taken_in(string name) => ComesOutRightAsync(name);

    [Theory, MemberData(nameof(Further))]
    public Task Others_of_the_same_kinds_come_out_right(string name) => ComesOutRightAsync(name);

    private static TheoryData<string> Named(string folder) => [.. Directory.EnumerateFiles(Path.Combine(Folder, folder), "*.json").Select(f => Path.Combine(folder, Path.GetFileNameWithoutExtension(f))).Order(StringComparer.Ordinal)];

    private async Task ComesOutRightAsync(string name)
    {
        var report = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, name + ".json")))!;
        var kept = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var step in report["steps"]!.AsArray().Select(s => s!))
        {
            var answer = await server.SendAsync(new(step["method"]!.GetValue<string>()), Filled(step["path"]!.GetValue<string>()), Filled(step["body"]!.ToJsonString()));
            answer.Being((HttpStatusCode)step["status"]!.GetValue<int>());
            foreach (var text in Texts(step, "has")) answer.Text.Replace("\\u0027", "'", StringComparison.Ordinal).Should().Contain(text);
            if (step["keepId"] is { } key) kept[key.GetValue<string>()] = answer.Id;
        }
        foreach (var ask in report["ask"]!.AsArray().Select(a => a!))
        {
            var path = Filled(ask["path"]!.GetValue<string>());
            var answer = (await server.SendAsync(HttpMethod.Get, path)).Being(HttpStatusCode.OK).Text;
            foreach (var text in Texts(ask, "has")) answer.Should().Contain(text, "{0} is asked, and right is: {1}", path, report["right"]);
            foreach (var text in Texts(ask, "lacks")) answer.Should().NotContain(text, "{0} is asked, and right is: {1}", path, report["right"]);
            var order = Texts(ask, "order");
            order.OrderBy(t => answer.IndexOf(t, StringComparison.Ordinal)).Should().Equal(order);
        }

        string Filled(string text) => kept.Aggregate(text, (t, k) => t.Replace($"{{{k.Key}}}", k.Value, StringComparison.Ordinal));
    }

    private static List<string> Texts(JsonNode at, string member) => [.. (at[member]?.AsArray() ?? []).Select(t => t!.GetValue<string>())];

    /// <summary>The real host, on a day before those that the reports tell of as to come.</summary>
    public sealed class Server : IAsyncLifetime
    {
        private TestApi api = null!;

        public async Task InitializeAsync()
        {
            var clock = new LaterClock();
            clock.Move(new DateTimeOffset(2026, 11, 30, 12, 0, 0, TimeSpan.Zero) - TimeProvider.System.GetUtcNow());
            api = await TestApi.StartAsync(clock: clock);
        }

        public async Task DisposeAsync() => await api.DisposeAsync();

        public async Task<Reply> SendAsync(HttpMethod method, string path, string? json = null)
        {
            using var content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json");
            return await Reply.OfAsync(await api.SendAsync(method, path, TestApi.AdminKey, content));
        }
    }
}
