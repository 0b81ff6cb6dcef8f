using System.Net;
using System.Security.Cryptography;
using System.Text;
using Governance.Api.EventStore;
using Governance.Api.EventStore.Archive;
using Governance.Api.Security;
using Governance.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Api.Exports;

public sealed class ArchiveTests : IAsyncLifetime
{
    private TestApi _api = null!;
    private ClusterClient _cluster = null!;
    private byte[] _archive = [];

    public async Task InitializeAsync()
    {
        _api = await TestApi.StartAsync();
        _cluster = await Demo.LoadEventfulAsync(_api);
        _archive = Encoding.UTF8.GetBytes((await _cluster.GetAsync("/export/events.ndjson")).Being(HttpStatusCode.OK).Text);
    }

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Fact]
    public async Task An_archive_rebuilt_elsewhere_answers_the_same_at_every_time_and_verifies()
    {
        await using var other = await TestApi.StartAsync();
        var log = other.Services.GetRequiredService<EventLog>();
        (await RestoreAsync(log, _archive))!.Holds.Should().BeTrue();
        (await log.VerifyAsync("alrek")).Should().BeEquivalentTo(await _api.Services.GetRequiredService<EventLog>().VerifyAsync("alrek"));

        var rebuilt = _cluster.As(TestApi.AdminKey, other.Client);
        var moments = (await _cluster.GetAsync("/changes?limit=500")).Json["changes"]!.AsArray().Select(c => c!["recordedAt"]!.GetValue<string>()).ToList();
        foreach (var knownAt in moments)
            foreach (var asOf in new[] { "2015-12-31", "2016-09-01", "2021-12-31", "2022-06-14", "2022-06-15", "2023-02-01", "2026-01-01" })
                (await rebuilt.GetAsync($"/structure?asOf={asOf}&knownAt={knownAt}")).Text.Should().Be((await _cluster.GetAsync($"/structure?asOf={asOf}&knownAt={knownAt}")).Text);
        foreach (var path in new[] { "/people", "/decisions?limit=500", "/history?view=audit&limit=500", "/changes?limit=500", "/findings" })
            (await rebuilt.GetAsync(path)).Text.Should().Be((await _cluster.GetAsync(path)).Text);
        (await rebuilt.GetAsync("/export/events.ndjson")).Text.Should().Be(Encoding.UTF8.GetString(_archive));

        await rebuilt.EstablishAsync("2024", "Ny gruppe");
        (await log.VerifyAsync("alrek")).Holds.Should().BeTrue();
    }

    [Fact]
    public async Task It_is_rebuilt_only_where_there_is_no_such_cluster() =>
        (await RestoreAsync(_api.Services.GetRequiredService<EventLog>(), _archive)).Should().BeNull();

    [Fact]
    public async Task A_changed_byte_anywhere_is_found_and_its_line_is_named()
    {
        var lines = LineStarts();
        for (var at = 0; at < _archive.Length; at += 97)
        {
            byte[] changed = [.. _archive];
            changed[at] ^= 1;
            var reading = async () => await ReadAsync(changed);
            (await reading.Should().ThrowAsync<BrokenArchiveException>()).Which.Message.Should().StartWith($"Line {lines.Count(start => start <= at)}: ");
        }
    }

    [Fact]
    public async Task Where_it_stops_short_or_goes_on_after_its_end_is_found()
    {
        var lines = LineStarts();
        var shortened = async () => await ReadAsync(_archive[..lines[^1]]);
        (await shortened.Should().ThrowAsync<BrokenArchiveException>()).Which.Message.Should().Be($"After line {lines.Count - 1}: the archive stops before its end.");
        var lengthened = async () => await ReadAsync([.. _archive, .. "{}\n"u8]);
        await lengthened.Should().ThrowAsync<BrokenArchiveException>();
        var without = async () => await ReadAsync([.. _archive[..lines[4]], .. _archive[lines[5]..]]);
        (await without.Should().ThrowAsync<BrokenArchiveException>()).Which.Message.Should().StartWith("Line 5: ");
    }

    [Theory]
    [InlineData("Brukerpanel", "Brukerpanem", "payload")]
    [InlineData("\"effectiveFrom\":\"2022", "\"effectiveFrom\":\"2021", "chain")]
    [InlineData("\"actor\":\"", "\"actor\":\"x", "chain")]
    public async Task A_line_that_is_sealed_anew_is_still_held_against_the_chain_and_nothing_is_kept(string old, string changed, string found)
    {
        await using var other = await TestApi.StartAsync();
        var log = other.Services.GetRequiredService<EventLog>();

        var verification = await RestoreAsync(log, Sealed(Encoding.UTF8.GetString(_archive).Replace(old, changed)));

        verification!.Differences.Should().NotBeEmpty().And.Contain(d => d.What.StartsWith(found) && d.Position > 0);
        (await log.ReadClustersAsync()).Should().BeEmpty();
    }

    [Theory]
    [InlineData(Role.Secretary, HttpStatusCode.Forbidden)]
    [InlineData(Role.Admin, HttpStatusCode.OK)]
    public async Task It_takes_an_admin(Role role, HttpStatusCode status)
    {
        var word = Governance.Domain.Values.Words.Of(role);
        using var content = new StringContent($$"""{"name": "Ada", "role": "{{word}}", "cluster": "alrek"}""", Encoding.UTF8, "application/json");
        var key = (await Reply.OfAsync(await _api.SendAsync(HttpMethod.Post, "/api/keys", TestApi.AdminKey, content))).Json["key"]!.GetValue<string>();
        (await _cluster.As(key).GetAsync("/export/events.ndjson")).Being(status);
    }

    private List<int> LineStarts() => [0, .. _archive.Index().Where(b => b.Item == '\n').Select(b => b.Index + 1).SkipLast(1)];

    private static async Task<List<ArchiveLine>> ReadAsync(byte[] archive) => await ArchiveReader.ReadAsync(new MemoryStream(archive)).ToListAsync();

    private static async Task<Verification?> RestoreAsync(EventLog log, byte[] archive)
    {
        var lines = await ReadAsync(archive);
        return await log.RestoreAsync((ArchiveLine.Heading)lines[0], lines.Skip(1).ToAsyncEnumerable(), keep: true);
    }

    /// <summary>As one would who knows how seals are made.</summary>
    private static byte[] Sealed(string archive)
    {
        var (last, output) = (Array.Empty<byte>(), new StringBuilder());
        foreach (var line in archive.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var open = line[..^75];
            last = SHA256.HashData([.. last, .. Encoding.UTF8.GetBytes(open)]);
            output.Append(open).Append(",\"seal\":\"").Append(Convert.ToHexStringLower(last)).Append("\"}\n");
        }
        return Encoding.UTF8.GetBytes(output.ToString());
    }
}
