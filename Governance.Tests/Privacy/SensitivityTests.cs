using Governance.Tests.Support;
using Npgsql;

namespace Governance.Tests.Privacy;

/// <summary>Personal data stands where it is known to stand, and every such column says to whom it is shown.</summary>
public sealed class SensitivityTests
{
    /// <summary>The tables that tell of persons.</summary>
    private static readonly string[] Personal = ["gov_accounts", "gov_drafts", "gov_people", "gov_private_reads", "gov_sessions"];

    /// <summary>Those that hold ids, texts of the register and technical matters, but no person: a new table is put here, or above with its columns marked.</summary>
    private static readonly string[] Impersonal =
    [
        "gov_api_keys", "gov_idempotency", "gov_migrations", "gov_protection_keys", "gov_restores", "gov_webhook_attempts", "gov_webhook_dead_letters", "gov_webhooks",
        "mt_event_progression", "mt_events", "mt_streams",
    ];

    [Fact]
    public async Task Every_table_is_known_to_tell_of_persons_or_not_to()
    {
        (await AskAsync("select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'")).Should().BeEquivalentTo(Personal.Concat(Impersonal));
    }

    [Fact]
    public async Task Every_column_of_those_that_do_says_to_whom_it_is_shown()
    {
        var unmarked = await AskAsync($"""
            select table_name || '.' || column_name from information_schema.columns
             where table_schema = 'public' and table_name in ('{string.Join("', '", Personal)}')
               and coalesce(col_description(format('public.%I', table_name)::regclass, ordinal_position), '') !~ '^(public|internal|private|secret)([:, ]|$)'
            """);
        unmarked.Should().BeEmpty();
    }

    [Fact]
    public async Task Contact_details_stand_in_the_table_of_people_alone()
    {
        var found = await AskAsync("""
            select table_schema || '.' || table_name || '.' || column_name from information_schema.columns
             where table_schema not in ('pg_catalog', 'information_schema') and column_name ~ '(mail|phone|gender|birth|address|external_id)'
            """);
        found.Should().BeEquivalentTo("public.gov_people.email", "public.gov_people.phone", "public.gov_people.gender", "public.gov_people.external_ids");
    }

    private static async Task<IReadOnlyList<string>> AskAsync(string sql)
    {
        await using var database = NpgsqlDataSource.Create(await PostgresServer.CreateDatabaseAsync());
        await using var command = database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<string>();
        while (await reader.ReadAsync()) found.Add(reader.GetString(0));
        return found;
    }
}
