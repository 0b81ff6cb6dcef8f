using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Governance.Api.Clusters;
using Governance.Api.Features.Recording.Drafts;
using Governance.Api.Security;
using Governance.Api.Security.SignIn;
using Governance.Domain.Values;
using Governance.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace Governance.Tests.Privacy;

/// <summary>A person who is named in every place where one can be, erased: afterwards the name is nowhere.</summary>
public sealed class ErasureScanTests : IAsyncLifetime
{
    private const string Word = "sletteksempel";
    private const string Name = "Oppdiktet Sletteksempel";

    private readonly WrittenLog _log = new();
    private TestApi _api = null!;
    private ClusterClient _cluster = null!;

    public async Task InitializeAsync()
    {
        _api = await TestApi.StartAsync(["--Logging:LogLevel:Default=Trace", "--Logging:LogLevel:Microsoft=Trace"], app => app.Services.GetRequiredService<ILoggerFactory>().AddProvider(_log));
        using var founding = new StringContent($$"""{"id": "klynge", "name": "Klynge", "foundedOn": "2016", "note": "Etter ønske fra {{Name}}."}""", Encoding.UTF8, "application/json");
        (await Reply.OfAsync(await _api.SendAsync(HttpMethod.Post, "/api/clusters", TestApi.AdminKey, founding))).Being(HttpStatusCode.Created);
        _cluster = new(_api.Client, "klynge", TestApi.AdminKey);
    }

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Fact]
    public async Task Erased_and_redacted_a_name_stands_in_no_table_no_answer_and_no_line_of_the_log()
    {
        var person = await NameEverywhereAsync();
        using var account = await WithAccountAsync(person);
        (await AnswersAsync(person)).Should().HaveCountGreaterThan(20);
        (await ColumnsAsync()).Should().Contain("mt_doc_person.data").And.Contain("mt_doc_draft.data").And.Contain("mt_events.data");

        var key = await ApiFixture.KeyOfAnotherAsync(_api, Role.Admin, "klynge");
        var second = _cluster.As(key);
        (await _cluster.DeleteAsync($"/people/{person}")).Being(HttpStatusCode.Accepted);
        var done = (await second.DeleteAsync($"/people/{person}")).Being(HttpStatusCode.OK).Json;
        var texts = done["texts"]!.AsArray();
        done["accounts"]!.AsArray().Select(a => a!.GetValue<string>()).Should().Equal(account.Account.Id);
        (await _api.Services.GetRequiredService<Accounts>().EraseAsync(account.Account.Id, default))!.DisabledAt.Should().NotBeNull();
        foreach (var found in texts)
        {
            var at = found!["decision"] is { } decision ? $"/decisions/{decision}" : $"/acts/{found["act"]}";
            (await _cluster.PostAsync($"{at}/redaction", $$"""{"texts": {{found["texts"]!.ToJsonString()}}, "reason": "Personvern."}""")).Being(HttpStatusCode.OK);
        }

        await Eventually.TrueAsync(async () => (await ColumnsAsync()).Count == 0);
        (await AnswersAsync(person)).Should().BeEmpty();
        string[] never = [Word, "99887766", TestApi.AdminKey, key, "hemmelig"];
        _log.Lines.Where(l => never.Any(n => l.Contains(n, StringComparison.OrdinalIgnoreCase))).Should().BeEmpty();
        _log.Lines.Should().HaveCountGreaterThan(20);
    }

    [Fact]
    public async Task Scopes_which_hold_the_path_of_a_request_are_not_shown_even_if_they_are_asked_for()
    {
        await using var api = await TestApi.StartAsync(["--Logging:Console:FormatterOptions:IncludeScopes=true"]);

        api.Services.GetRequiredService<IOptionsMonitor<SimpleConsoleFormatterOptions>>().CurrentValue.IncludeScopes.Should().BeFalse();
        api.Services.GetRequiredService<IOptionsMonitor<JsonConsoleFormatterOptions>>().CurrentValue.IncludeScopes.Should().BeFalse();
        api.Services.GetRequiredService<IOptionsMonitor<ConsoleFormatterOptions>>().CurrentValue.IncludeScopes.Should().BeFalse();
    }

    /// <summary>The person's id.</summary>
    private async Task<string> NameEverywhereAsync()
    {
        var made = await _cluster.DecideAsync($$"""
            {"title": "Takk til {{Name}}", "text": "{{Name}} ledet.", "note": "{{Name}} varslet.", "meeting": "1, ved {{Name}}", "decidedByText": "Partnerne og {{Name}}", "decidedOn": "2019",
             "links": [{"title": "Brev fra {{Name}}", "url": "https://example.org/1"}],
             "changes": [
              {"type": "establish-body", "ref": "p", "kind": "panel", "name": "Brukerpanel"},
              {"type": "adopt-mandate", "body": "#p", "points": ["Høre {{Name}}."], "purpose": "Bedt om av {{Name}}", "deliverable": "Brev til {{Name}}", "dueOn": "2020"},
              {"type": "appoint", "body": "#p", "role": "chair", "title": "{{Name}}s vikar", "person": {"name": "{{Name}}", "title": "Sletteksempelsjef", "organisation": "Sletteksempel AS"}, "termThrough": "2930"},
              {"type": "create-seat", "body": "#p", "role": "member", "represents": "Foreningen {{Name}}", "title": "{{Name}}s plass"}]}
            """);
        var person = made.Json["changes"]![2]!["seats"]![0]!["person"]!.GetValue<string>();
        (await _cluster.PatchAsync($"/people/{person}", """{"email": "sletteksempel@example.org", "phone": "99887766", "gender": "male", "externalIds": [{"scheme": "hpr", "identifier": "sletteksempel-1"}]}""")).Being(HttpStatusCode.OK);
        var alias = (await _cluster.PostAsync("/people", """{"name": "O. Sletteksempel", "email": "o@sletteksempel.example"}""")).Being(HttpStatusCode.Created).Id;
        (await _cluster.PostAsync($"/people/{alias}/merge", $$"""{"into": "{{person}}"}""")).Being(HttpStatusCode.OK);
        var wrong = await _cluster.DecideAsync($$"""{"title": "Sak", "text": "O. Sletteksempel ba om ordet.", "decidedByText": "Partnerne", "decidedOn": "2020"}""");
        (await _cluster.PostAsync($"/decisions/{wrong.Id}/correction", $$"""{"title": "Sak", "decidedByText": "Partnerne", "decidedOn": "2020", "reason": "Uten {{Name}}."}""")).Being(HttpStatusCode.OK);
        (await _cluster.PostAsync($"/decisions/{wrong.Id}/annulment", $$"""{"reason": "{{Name}} ba om det."}""")).Being(HttpStatusCode.OK);
        (await _cluster.PostAsync("/meetings", $$"""{"body": "Brukerpanel", "number": "1", "heldOn": "2020", "place": "Hos {{Name}}", "attendance": [{"person": "{{person}}", "note": "{{Name}} kom sent"}]}""")).Being(HttpStatusCode.Created);
        var finding = (await _cluster.GetAsync("/findings")).Json["findings"]![0]!["id"]!.GetValue<string>();
        (await _cluster.PostAsync($"/findings/{finding}/acceptance", $$"""{"note": "{{Name}} vet."}""")).Being(HttpStatusCode.OK);
        var draft = JsonNode.Parse($$"""{"title": "Takk til {{Name}}", "changes": [{"type": "appoint", "body": "Brukerpanel", "role": "member", "person": {"name": "{{Name}}"} }]}""")!.AsObject();
        var ids = _api.Services.GetRequiredService<Ids>();
        await _api.Services.GetRequiredService<SavedDrafts>().SaveAsync(new(ids.New(), "klynge", null, draft, 1, ids.New(), "Ada", "Ada", DateTimeOffset.UnixEpoch, null), default);
        // What is refused leaves nothing either.
        (await _cluster.PostAsync("/people", """{"name": "Sletteksempel", "epost": "sletteksempel@example.org"}""")).Being(HttpStatusCode.BadRequest);
        (await _cluster.DeleteAsync("/people/Sletteksempel")).Being(HttpStatusCode.NotFound);
        (await _cluster.As($"hemmelig-{Word}").GetAsync("/people")).Being(HttpStatusCode.Unauthorized);
        using var form = new FormUrlEncodedContent([new("login", "sletteksempel@example.org"), new("password", "hemmelig")]);
        (await _api.SendAsync(HttpMethod.Post, "/sign-in?lang=en", content: form)).IsSuccessStatusCode.Should().BeFalse();
        return person;
    }

    /// <summary>The addresses that answer with the word, of all that can be read as an admin.</summary>
    private async Task<IReadOnlyList<string>> AnswersAsync(string person)
    {
        string[] api =
        [
            "", "/structure?asOf=2021-01-01", "/committees?asOf=2021-01-01", "/people?asOf=2021-01-01", $"/people/{person}", $"/people/{person}/access", "/private-reads", "/decisions", "/meetings", "/findings",
            "/history", "/history?view=audit", "/changes", "/changes.atom", "/calendar.ics", "/reports/annual/2019?format=md", "/compare?from=2018-01-01&to=2021-01-01", "/search?q=takk", $"/search?q={Word}",
            "/export/popolo.json?asOf=2021-01-01", "/export/members.csv?asOf=2021-01-01", "/export/org.ttl?asOf=2021-01-01", "/export/org.jsonld?asOf=2021-01-01", "/export/events.ndjson",
        ];
        string[] pages = ["", "/committees?asOf=2021-01-01", $"/people/{person}", "/decisions", "/history", "/years"];
        var naming = new List<string>();
        foreach (var path in api)
            if ((await _cluster.GetAsync(path)).Being(HttpStatusCode.OK).Text.Replace($"\"q\":\"{Word}\"", "", StringComparison.Ordinal).Contains(Word, StringComparison.OrdinalIgnoreCase)) naming.Add(path);
        foreach (var path in pages)
            if ((await (await _api.SendAsync(HttpMethod.Get, $"/klynge{path}")).Content.ReadAsStringAsync()).Contains(Word, StringComparison.OrdinalIgnoreCase)) naming.Add(path);
        return naming;
    }

    /// <summary>The columns of the whole database in which the word stands.</summary>
    private async Task<IReadOnlyList<string>> ColumnsAsync()
    {
        var database = _api.Database;
        await using var columns = database.CreateCommand("""
            select format('select %L where exists (select from %I.%I where %I::text ilike $1)', case table_schema when 'public' then '' else table_schema || '.' end || table_name || '.' || column_name, table_schema, table_name, column_name)
              from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
             where table_schema not in ('pg_catalog', 'information_schema') and t.table_type = 'BASE TABLE' order by 1
            """);
        var questions = new List<string>();
        await using (var reader = await columns.ExecuteReaderAsync())
            while (await reader.ReadAsync()) questions.Add(reader.GetString(0));
        await using var ask = database.CreateCommand(string.Join(" union all ", questions));
        ask.Parameters.AddWithValue($"%{Word}%");
        var found = new List<string>();
        await using var hits = await ask.ExecuteReaderAsync();
        while (await hits.ReadAsync()) found.Add(hits.GetString(0));
        return found;
    }

    /// <summary>The person signed in, with a draft of their own.</summary>
    private async Task<SignedInPerson> WithAccountAsync(string person)
    {
        var ada = await SignedInPerson.WithAsync(_api, [new Grant(Role.Secretary, "klynge")], Name);
        (await _cluster.PatchAsync($"/people/{person}", $$"""{"email": "{{ada.Account.Login}}"}""")).Being(HttpStatusCode.OK);
        var ids = _api.Services.GetRequiredService<Ids>();
        await _api.Services.GetRequiredService<SavedDrafts>().SaveAsync(new(ids.New(), "klynge", null, [], 1, ids.New(), Name, Name, DateTimeOffset.UnixEpoch, null), default);
        return ada;
    }

    private async Task<string> KeyAsync(Role role)
    {
        using var content = new StringContent($$"""{"name": "Bo", "role": "{{Words.Of(role)}}", "cluster": "klynge"}""", Encoding.UTF8, "application/json");
        return (await Reply.OfAsync(await _api.SendAsync(HttpMethod.Post, "/api/keys", TestApi.AdminKey, content))).Being(HttpStatusCode.Created).Json["key"]!.GetValue<string>();
    }
}
