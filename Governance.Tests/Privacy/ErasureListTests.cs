using System.Net;
using Governance.Api.Features.Privacy.Erasures;
using Governance.Api.Security;
using Governance.Tests.Support;
using Npgsql;

namespace Governance.Tests.Privacy;

public sealed class ErasureListTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Name = "Oppdiktet Sletteksempel";

    [Fact]
    public async Task An_archive_from_before_an_erasure_is_rebuilt_without_the_person_and_the_texts()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Path);
        var (file, list) = (Path.Combine(folder.Path, "cluster.ndjson"), Path.Combine(folder.Path, "erasures.ndjson"));
        var cluster = await api.FoundAsync();
        await cluster.EstablishAsync("2017", "Styre");
        var person = (await cluster.PostAsync("/people", $$"""{"name": "{{Name}}", "email": "sletteksempel@example.org"}""")).Being(HttpStatusCode.Created).Id;
        var naming = await cluster.DecideAsync($$"""{"title": "Takk", "text": "Takk til {{Name}}.", "links": [{"title": "{{Name}}", "url": "https://example.org"}], "decidedByText": "Partnerne", "decidedOn": "2020"}""");
        var meeting = (await cluster.PostAsync("/meetings", $$"""{"body": "Styre", "number": "1", "heldOn": "2020", "place": "Hos {{Name}}"}""")).Being(HttpStatusCode.Created);
        (await GovernAsync(api.Api.ConnectionString, "export", "events", "--cluster", cluster.Id, "--output", file)).Should().Be("0 ");
        (await File.ReadAllTextAsync(file)).Should().Contain(Name);
        (await cluster.DeleteAsync($"/people/{person}")).Being(HttpStatusCode.Accepted);
        (await cluster.As(await api.KeyOfAnotherAsync(Role.Admin, cluster.Id)).DeleteAsync($"/people/{person}")).Being(HttpStatusCode.OK);
        (await cluster.PostAsync($"/decisions/{naming.Id}/redaction", """{"texts": ["text", "links[0].title"], "reason": "Personvern."}""")).Being(HttpStatusCode.OK);
        (await cluster.PostAsync($"/acts/{meeting.Position}/redaction", """{"texts": ["place"], "reason": "Personvern."}""")).Being(HttpStatusCode.OK);

        (await GovernAsync(api.Api.ConnectionString, "erasures", "export", list)).Should().EndWith(": 4 new");
        (await GovernAsync(api.Api.ConnectionString, "erasures", "export", list)).Should().EndWith(": 0 new");
        (await File.ReadAllTextAsync(list)).Should().NotContainAny("sladdet", "letteksempel").And.Contain(person);
        var to = await PostgresServer.CreateDatabaseAsync();
        (await GovernAsync(to, "import", file, "--erasures", list)).Should().StartWith("0 ").And.EndWith("Erased again: 1 people, texts in 2 events.");

        (await GovernAsync(to, "erasures", "apply", list)).Should().Be("0 Erased again: 0 people, texts in 0 events.");
        (await GovernAsync(to, "verify")).Should().StartWith("0 ").And.Contain("all as written");
        (await RowsAsync(to)).Should().NotContain("letteksempel").And.Contain("[sladdet]");
    }

    [Fact]
    public async Task A_list_that_is_something_else_is_refused_with_the_line()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Path);
        var file = new FileInfo(Path.Combine(folder.Path, "list"));
        await ErasureList.AddAsync(file, [new("alrek", Person: Guid.Empty), new("alrek", Person: Guid.Empty)], default);
        (await ErasureList.ReadAsync(file, default)).Should().Equal(new Erased("alrek", Person: Guid.Empty));

        await File.AppendAllTextAsync(file.FullName, """{"cluster": "alrek", "event": "00000000-0000-0000-0000-000000000000"}""");

        await file.Awaiting(f => ErasureList.ReadAsync(f, default)).Should().ThrowAsync<FormatException>().WithMessage("Line 2*");
    }

    private static async Task<string> RowsAsync(string database)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand("select (select string_agg(e::text, ' ') from mt_events e) || (select string_agg(p::text, ' ') from mt_doc_person p)");
        return (string)(await command.ExecuteScalarAsync())!;
    }

    private static async Task<string> GovernAsync(string database, params string[] arguments)
    {
        await using var run = ServerProcess.Run([.. arguments, $"--ConnectionStrings:Governance={database}"]);
        var code = await run.EndAsync();
        return $"{code} {(await run.OutputAsync() + await run.Errors).Trim()}";
    }
}
