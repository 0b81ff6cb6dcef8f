using System.Text.RegularExpressions;
using Governance.Api.EventStore;
using Governance.Api.Features.Webhooks;
using Governance.Api.Security;
using Governance.Api.Security.SignIn;
using Governance.Tests.Support;
using Npgsql;
using Draft = Governance.Api.Features.Recording.Drafts.Draft;

namespace Governance.Tests.Privacy;

/// <summary>Personal data stands where it is known to stand, and every such column and member says to whom it is shown.</summary>
public sealed partial class SensitivityTests
{
    /// <summary>The documents that tell of persons, by their tables.</summary>
    private static readonly Dictionary<string, Type> PersonalDocuments = new() { ["mt_doc_account"] = typeof(Account), ["mt_doc_draft"] = typeof(Draft), ["mt_doc_person"] = typeof(Person), ["mt_doc_proceedings"] = typeof(Governance.Domain.Meetings.Proceedings) };

    /// <summary>Those that do not.</summary>
    private static readonly Dictionary<string, Type> ImpersonalDocuments = new()
    {
        ["mt_doc_apikey"] = typeof(ApiKey),
        ["mt_doc_protectionkey"] = typeof(ProtectionKey),
        ["mt_doc_recordedrequest"] = typeof(RecordedRequest),
        ["mt_doc_webhooksettings"] = typeof(WebhookSettings),
    };

    /// <summary>The tables that tell of persons.</summary>
    private static readonly string[] Personal = ["gov_notices", "gov_paper_pieces", "gov_papers", "gov_private_reads", "gov_sessions", "gov_sign_in_attempts", .. PersonalDocuments.Keys];

    /// <summary>Those that hold ids, texts of the register and technical matters, but no person: a new table is put here, or above with its columns marked.</summary>
    private static readonly string[] Impersonal =
    [
        "gov_migrations", "gov_restores", "gov_webhook_attempts", "gov_webhook_dead_letters", "gov_webhooks", "mt_doc_deadletterevent", "mt_doc_envelope", "mt_event_progression", "mt_event_projection_floors", "mt_events",
        "mt_high_water_skips", "mt_streams", .. ImpersonalDocuments.Keys,
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
    public async Task Every_member_of_a_document_that_does_says_to_whom_it_is_shown()
    {
        foreach (var (table, type) in PersonalDocuments)
        {
            var comment = (await AskAsync($"select col_description('{table}'::regclass, attnum) from pg_attribute where attrelid = '{table}'::regclass and attname = 'data'")).Single();
            comment.Split("; ").Select(part => part.Split(": ")[0]).Should().BeSubsetOf(["public", "internal", "private", "secret"]).And.OnlyHaveUniqueItems();
            comment.Split("; ").SelectMany(part => part.Split(": ")[1].Split(", ")).Should().BeEquivalentTo(MembersOf(type), table);
        }
    }

    [Fact]
    public async Task Contact_details_stand_in_the_documents_of_people_alone()
    {
        var columns = await AskAsync("select table_schema || '.' || table_name || '.' || column_name from information_schema.columns where table_schema not in ('pg_catalog', 'information_schema')");
        columns.Where(column => Contact().IsMatch(column)).Should().BeEmpty();

        var members = PersonalDocuments.Concat(ImpersonalDocuments).SelectMany(document => MembersOf(document.Value).Select(member => $"{document.Key}.{member}"));
        members.Where(member => Contact().IsMatch(member)).Should().BeEquivalentTo("mt_doc_person.email", "mt_doc_person.phone", "mt_doc_person.gender", "mt_doc_person.externalIds");
    }

    private static IEnumerable<string> MembersOf(Type type) => EventJson.Options.GetTypeInfo(type).Properties.Where(member => member.Get is not null).Select(member => member.Name);

    private static async Task<IReadOnlyList<string>> AskAsync(string sql)
    {
        await using var database = NpgsqlDataSource.Create(await PostgresServer.CreateDatabaseAsync());
        await using var command = database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<string>();
        while (await reader.ReadAsync()) found.Add(reader.GetString(0));
        return found;
    }

    [GeneratedRegex("mail|phone|gender|birth|address|external_?id", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Contact();
}
