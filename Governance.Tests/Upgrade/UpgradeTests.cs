using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Governance.Tests.Support;
using Npgsql;

namespace Governance.Tests.Upgrade;

public sealed partial class UpgradeTests(UpgradeFixture upgraded) : IClassFixture<UpgradeFixture>
{
    private const string Nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static readonly Answers Before = Manifest.ReadAnswers();
    private static readonly IReadOnlyDictionary<(string Who, string Path), Answer> Changed = Manifest.ReadChanged();

    [Theory]
    [InlineData("/api/clusters/alrek")]
    [InlineData("/api/clusters/tusen")]
    [InlineData("/api/keys")]
    [InlineData("/api/accounts")]
    public async Task Every_answer_is_as_it_was_save_those_that_are_otherwise_on_purpose(string under)
    {
        var asked = Before.All.Where(a => a.Path == under || a.Path.StartsWith(under + "/", StringComparison.Ordinal) || a.Path.StartsWith(under + "?", StringComparison.Ordinal)).ToList();
        asked.Should().NotBeEmpty();
        var others = new List<(Answer Expected, Reply Now)>();
        foreach (var answer in asked.Select(a => Changed.GetValueOrDefault((a.Who, a.Path), a)))
        {
            // What is looked for by words may follow a moment later.
            if (answer.Path.Contains("/search?", StringComparison.Ordinal)) await upgraded.FollowedAsync();
            var now = await AskAsync(answer);
            if (!IsSame(answer, now)) others.Add((answer, now));
        }

        await KeepAsync(under, others);
        foreach (var (answer, now) in others)
            if (Before.Bodies.TryGetValue(answer.Sha256, out var body)) now.Text.Should().Be(body, "{0} was answered so to {1}", answer.Path, answer.Who);
        others.Select(o => $"{o.Expected.Who} {o.Expected.Path}: {(int)o.Now.Status}").Should().BeEmpty();
    }

    [Fact]
    public void What_is_answered_otherwise_on_purpose_was_answered_before() =>
        Changed.Values.Should().OnlyContain(c => Before.All.Any(b => b.Who == c.Who && b.Path == c.Path && (b.Sha256 != c.Sha256 || b.Status != c.Status)));

    [Fact]
    public async Task Every_hash_is_as_it_was_made_and_the_tables_say_what_the_log_says()
    {
        await upgraded.FollowedAsync();
        var told = (await upgraded.GovernAsync("verify")).Split('\n').ToLookup(line => line.StartsWith("  redacted by act ", StringComparison.Ordinal));
        told[true].Should().HaveCount(18).And.OnlyContain(line => line.EndsWith("known only to stand as the act left it)")).And.ContainSingle(line => line.Contains("act 67 of a67476734f94f784: 66.1 "));
        string.Join('\n', told[false]).Should().Be(
            """
            0 alrek: position 21, 57 events, all as written
              people: 9, 9 of them not known to be as written: acts of before a hash was kept wrote them last
              reporting: position 21, all as the log says
              search: position 21, all as the log says
            tusen: position 1137, 2064 events, all as written, 18 redacted
              people: 315, 315 of them not known to be as written: acts of before a hash was kept wrote them last
              reporting: position 1137, all as the log says
              search: position 1137, all as the log says
            """);
    }

    [Fact]
    public async Task The_tables_and_the_functions_are_those_of_a_new_database()
    {
        var empty = await PostgresServer.CreateEmptyDatabaseAsync();
        (await UpgradeFixture.GovernAsync(empty, "migrate")).Should().Be("0 The database is up to date.");

        (await DescribedAsync(upgraded.Api.ConnectionString)).Should().Equal(await DescribedAsync(empty));
    }

    [Theory]
    [InlineData("alrek", 57, 21)]
    [InlineData("tusen", 2064, 1137)]
    public async Task An_archive_of_the_version_before_is_rebuilt_with_the_same_chain(string cluster, int events, int position)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Path);
        var (file, again) = (Path.Combine(folder.Path, "before.ndjson"), Path.Combine(folder.Path, "after.ndjson"));
        await using (var archive = Manifest.Open($"{cluster}.ndjson.gz"))
        await using (var copy = File.Create(file)) await archive.CopyToAsync(copy);
        var empty = await PostgresServer.CreateEmptyDatabaseAsync();
        (await UpgradeFixture.GovernAsync(empty, "migrate")).Should().Be("0 The database is up to date.");

        (await UpgradeFixture.GovernAsync(empty, "import", file)).Should().Be($"0 {cluster}: {events} events, now at position {position}, all as written");

        (await UpgradeFixture.GovernAsync(empty, "verify")).Should().StartWith($"0 {cluster}: position {position}, {events} events, all as written");
        (await UpgradeFixture.GovernAsync(empty, "export", "events", "--cluster", cluster, "--output", again)).Should().Be("0 ");
        (await File.ReadAllBytesAsync(again)).Should().Equal(await File.ReadAllBytesAsync(file));
    }

    private static async Task<List<string>> DescribedAsync(string connection)
    {
        await using var database = NpgsqlDataSource.Create(connection);
        await using var command = database.CreateCommand("""
            with ours as (select oid, relname, relkind from pg_class where relnamespace = 'reporting'::regnamespace or relnamespace = current_schema()::regnamespace and relname like 'gov\_%')
            select format('%s.%s %s %s %s %s', c.relname, a.attnum, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, col_description(c.oid, a.attnum))
              from pg_attribute a join ours c on c.oid = a.attrelid where c.relkind in ('r', 'v') and a.attnum > 0
            union all select format('%s %s', c.conname, pg_get_constraintdef(c.oid)) from pg_constraint c join ours on ours.oid = c.conrelid
            union all select pg_get_indexdef(oid) from ours where relkind = 'i'
            union all select format('%s %s %s', p.polname, p.polrelid::regclass, pg_get_expr(p.polqual, p.polrelid)) from pg_policy p
            union all select nspname from pg_namespace where nspname not like 'pg\_%'
            union all select pg_get_functiondef(p.oid) from pg_proc p where p.proname like 'gov\_%'
            order by 1
            """);
        await using var reader = await command.ExecuteReaderAsync();
        List<string> described = [];
        while (await reader.ReadAsync()) described.Add(reader.GetString(0));
        return described;
    }

    /// <summary>With UPGRADE_CHANGED the answers that are otherwise go to that folder, to be looked through and to take their place in changed.json.gz.</summary>
    private static async Task KeepAsync(string under, IEnumerable<(Answer Expected, Reply Now)> others)
    {
        if (Environment.GetEnvironmentVariable("UPGRADE_CHANGED") is not { } folder) return;
        var now = others.Select(o => new { Answer = o.Expected with { Status = (int)o.Now.Status, Position = o.Now.Headers.GetValueOrDefault("Governance-Position"), Sha256 = HashOf(o.Now) }, o.Now.Text });
        await File.WriteAllTextAsync(Path.Combine(folder, $"{under.Split('/')[^1]}.json"), JsonSerializer.Serialize(now, JsonSerializerOptions.Web));
    }

    private async Task<Reply> AskAsync(Answer answer)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, answer.Path);
        request.Headers.Host = "governance.example";
        if (answer.Who != "public") request.Headers.Authorization = new("Bearer", upgraded.Manifest.Keys[$"all {answer.Who}"].Secret);
        return await Reply.OfAsync(await upgraded.Api.Client.SendAsync(request));
    }

    /// <summary>Members that have come since stand beside those that there were.</summary>
    private static bool IsSame(Answer before, Reply now) =>
        (int)now.Status == before.Status && now.Headers.GetValueOrDefault("Governance-Position") == before.Position
        && (before.Without is { } moving
            ? JsonNode.DeepEquals((now with { Text = New().Replace(Latest().Replace(now.Text, ""), "") }).Without(moving), JsonNode.Parse(Before.Bodies[before.Sha256]))
            : new[] { now.Text, Latest().Replace(now.Text, ""), New().Replace(Latest().Replace(now.Text, ""), "") }.Any(text => before.Sha256 == HashOf(now with { Text = text })));

    private static string HashOf(Reply now) =>
        (int)now.Status >= 400 ? Nothing : Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(now.Text)));

    [GeneratedRegex(""","(?:termSource":"(?:decided|rule)"|differences":\[\])""", RegexOptions.None, matchTimeoutMilliseconds: 10000)]
    private static partial Regex New();

    /// <summary>Members that have come since what is otherwise on purpose was written down.</summary>
    [GeneratedRegex(""","(?:acting":\[\]|rules":\[\]|compositionRules":\{[^{}]*\}|withheld":true)""", RegexOptions.None, matchTimeoutMilliseconds: 10000)]
    private static partial Regex Latest();
}
