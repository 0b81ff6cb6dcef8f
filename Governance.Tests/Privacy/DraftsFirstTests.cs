using System.Net;
using System.Text.Json.Nodes;
using Governance.Api.Clusters;
using Governance.Api.Features.Recording.Drafts;
using Governance.Api.Security;
using Governance.Domain.Decisions;
using Governance.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Privacy;

/// <summary>What is to be gone for good is out of the drafts before it is recorded as gone: a node may end in between.</summary>
public sealed class DraftsFirstTests(ApiFixture api) : IClassFixture<ApiFixture>, IAsyncLifetime
{
    private const string Name = "Oppdiktet Eksempel Én";

    private ClusterClient cluster = null!;

    public async Task InitializeAsync() => cluster = await api.FoundAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Nobody_is_erased_while_a_draft_still_has_the_name()
    {
        var other = cluster.As(await api.KeyOfAnotherAsync(Role.Admin, cluster.Id));
        var person = (await cluster.PostAsync("/people", $$"""{"name": "{{Name}}"}""")).Being(HttpStatusCode.Created).Id;
        var draft = await DraftAsync(null);
        (await cluster.DeleteAsync($"/people/{person}")).Being(HttpStatusCode.Accepted);

        await WithDraftsFixedAsync(async () => (await other.DeleteAsync($"/people/{person}")).Being(HttpStatusCode.InternalServerError));

        (await cluster.GetAsync($"/people/{person}")).Being(HttpStatusCode.OK).Text.Should().Contain(Name);
        (await other.DeleteAsync($"/people/{person}")).Being(HttpStatusCode.OK);
        (await TextAsync(draft)).Should().NotContain(Name);
    }

    [Fact]
    public async Task Nothing_is_redacted_while_a_draft_still_has_the_text()
    {
        var decision = (await cluster.DecideAsync($$"""{"title": "Takk til {{Name}}", "decidedByText": "Partnerne", "decidedOn": "2020"}""")).Id;
        var draft = await DraftAsync(new(Guid.Parse(decision)));
        const string Redaction = """{"texts": ["title"], "reason": "Personvern."}""";

        await WithDraftsFixedAsync(async () => (await cluster.PostAsync($"/decisions/{decision}/redaction", Redaction)).Being(HttpStatusCode.InternalServerError));

        (await cluster.GetAsync($"/decisions/{decision}")).Text.Should().Contain(Name);
        (await cluster.PostAsync($"/decisions/{decision}/redaction", Redaction)).Being(HttpStatusCode.OK);
        (await TextAsync(draft)).Should().NotContain(Name);
    }

    private SavedDrafts Drafts => api.Api.Services.GetRequiredService<SavedDrafts>();

    private async Task<Guid> DraftAsync(DecisionId? corrects)
    {
        var ids = api.Api.Services.GetRequiredService<Ids>();
        var draft = new Draft(ids.New(), cluster.Id, corrects, JsonNode.Parse($$"""{"title": "Takk til {{Name}}"}""")!.AsObject(), 1, ids.New(), "Ada", "Ada", DateTimeOffset.UnixEpoch, null);
        (await Drafts.SaveAsync(draft, default)).Should().BeTrue();
        return draft.Id;
    }

    private async Task<string> TextAsync(Guid draft) => (await Drafts.FindAsync(cluster.Id, draft, default))!.Document.ToJsonString();

    /// <summary>While no draft can be changed.</summary>
    private async Task WithDraftsFixedAsync(Func<Task> act)
    {
        await api.Api.ExecuteAsync("create function fixed() returns trigger language plpgsql as 'begin raise exception ''fixed''; end'; create trigger fixed before update on mt_doc_draft execute function fixed()");
        try
        {
            await act();
        }
        finally
        {
            await api.Api.ExecuteAsync("drop function fixed cascade");
        }
    }
}
