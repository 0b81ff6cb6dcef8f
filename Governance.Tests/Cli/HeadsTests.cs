using Governance.Tests.EventStore;
using Governance.Tests.Support;

namespace Governance.Tests.Cli;

[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class HeadsTests : IAsyncLifetime
{
    private const UnixFileMode OwnersAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly TemporaryFolder folder = new();
    private readonly LogFixture fixture = new();

    private string Key => Path.Combine(folder.Path, "heads.pem");

    private string List => Path.Combine(folder.Path, "heads.ndjson");

    private string Archive => Path.Combine(folder.Path, "archive.ndjson");

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(folder.Path);
        await fixture.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await fixture.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_log_is_proved_to_go_on_from_what_was_signed_of_it()
    {
        var story = await RecordAsync();
        await SignedAsync();
        await fixture.Log.AppendAsync(story.Decide("Senere"));
        await SignedAsync();

        (await GovernAsync("verify", "--against", List, "--key", Key + ".pub")).Should().StartWith("0 ").And.Contain("  against: goes on from position 3, signed 2");
        (await GovernAsync("verify", "--against", List)).Should().Contain("by whom was not looked at: --key");

        await fixture.SqlAsync("update mt_events set data = jsonb_set(data, '{name}', '\"Annet\"') where tenant_id = $1 and type = 'body_renamed' and version = 2", story.Cluster);
        await Rehashing.AnewAsync(fixture, story.Cluster);

        (await GovernAsync("verify")).Should().StartWith("0 ", "whoever makes every hash anew is not found by hashes");
        var found = await GovernAsync("verify", "--against", List, "--key", Key);
        found.Should().StartWith("1 ").And.Contain("  against: 2 differences").And.Contain("head 3, signed ").And.Contain("the log has other acts up to there");
    }

    [Fact]
    public async Task A_log_that_is_gone_and_a_head_that_another_signed_are_found()
    {
        var story = await RecordAsync();
        await SignedAsync();
        (await GovernAsync("heads", "key", Key + "2")).Should().StartWith("0 ");
        (await GovernAsync("verify", "--against", List, "--key", Key + "2")).Should().StartWith("1 ").And.Contain("the signature is not the key's");

        await fixture.SqlAsync("delete from mt_events where tenant_id = $1", story.Cluster);
        await fixture.SqlAsync("delete from mt_streams where tenant_id = $1", story.Cluster);

        (await GovernAsync("verify", "--against", List, "--key", Key)).Should().StartWith("1 ").And.Contain($"{story.Cluster}: position 0").And.Contain("the log does not go so far").And.MatchRegex("The sequence is [0-9]+ numbers ahead of the last event");
    }

    [Fact]
    public async Task An_archive_proves_it_too_and_what_stood_beside_a_text_that_was_redacted_before_texts_were_hashed_apart()
    {
        var story = await RecordAsync();
        await Rehashing.AsOfBeforeAsync(fixture, story.Cluster);
        (await GovernAsync("export", "events", "--cluster", story.Cluster, "--output", Archive)).Should().StartWith("0");
        (await GovernAsync("verify", "--against", Archive)).Should().StartWith("0 ").And.Contain("against: goes on from position 2, not signed");

        var mark = Governance.Api.EventStore.Redaction.Mark;
        await fixture.SqlAsync("update mt_events set data = jsonb_set(data, '{head,title}', to_jsonb($2::text)) where tenant_id = $1 and type = 'decision_recorded'", story.Cluster, mark);
        (await GovernAsync("verify", "--against", Archive)).Should().NotContain("differs by more");
        await fixture.SqlAsync("update mt_events set data = jsonb_set(data, '{head,decidedByText}', '\"Noen andre\"') where tenant_id = $1 and type = 'decision_recorded'", story.Cluster);
        (await GovernAsync("verify", "--against", Archive)).Should().Contain("differs by more than texts that were redacted since");
    }

    [Fact]
    public async Task An_archive_is_signed_by_whoever_has_a_key_and_is_taken_in_so()
    {
        var story = await RecordAsync();
        (await GovernAsync("heads", "key", Key)).Should().StartWith("0 ");
        (await GovernAsync("export", "events", "--cluster", story.Cluster, "--output", Archive, $"--Governance:SigningKey={Key}")).Should().StartWith("0");
        (await GovernAsync("verify", "--against", Archive, "--key", Key + ".pub")).Should().StartWith("0 ").And.MatchRegex("against: goes on from position 2, signed 2[^,]*\n?$");

        var empty = await PostgresServer.CreateDatabaseAsync();
        await using var import = ServerProcess.Run("import", Archive, $"--ConnectionStrings:Governance={empty}");
        (await import.EndAsync()).Should().Be(0, await import.Errors);
    }

    [Fact]
    public async Task Keys_lists_and_archives_are_their_owners_alone_even_where_an_open_file_was_before()
    {
        var story = await RecordAsync();
        await File.WriteAllTextAsync(Archive, "before");
        File.SetUnixFileMode(Archive, OwnersAlone | UnixFileMode.OtherRead);
        await SignedAsync();
        (await GovernAsync("export", "events", "--cluster", story.Cluster, "--output", Archive)).Should().StartWith("0");
        (await GovernAsync("erasures", "export", Path.Combine(folder.Path, "erasures.ndjson"))).Should().StartWith("0");

        foreach (var file in Directory.GetFiles(folder.Path).Where(f => !f.EndsWith(".pub", StringComparison.Ordinal))) File.GetUnixFileMode(file).Should().Be(OwnersAlone, file);
        (await GovernAsync("heads", "key", Key)).Should().StartWith("1 ", "a key is never written over");
    }

    [Fact]
    public async Task Without_a_key_nothing_is_signed_and_one_line_says_how_to_get_one()
    {
        await RecordAsync();
        (await GovernAsync("heads", "sign", List)).Should().Be("1 There is no key to sign by: Governance__SigningKey names its file, which heads key makes.");
        File.Exists(List).Should().BeFalse();
    }

    private async Task<Story> RecordAsync()
    {
        var story = fixture.NewCluster();
        await fixture.Log.AppendAsync(story.Found());
        await fixture.Log.AppendAsync(story.Decide("Styringsgruppe"));
        return story;
    }

    private async Task SignedAsync()
    {
        if (!File.Exists(Key)) (await GovernAsync("heads", "key", Key)).Should().StartWith("0 ");
        (await GovernAsync("heads", "sign", List, $"--Governance:SigningKey={Key}")).Should().Be($"0 {List}: 1 signed");
    }

    private async Task<string> GovernAsync(params string[] arguments)
    {
        await using var run = ServerProcess.Run([.. arguments, $"--ConnectionStrings:Governance={fixture.ConnectionString}"]);
        var code = await run.EndAsync();
        return $"{code} {await run.OutputAsync()}{await run.Errors}".Trim();
    }
}
