using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using Governance.Api.Clusters;
using Governance.Api.EventStore;
using Governance.Api.Features.Privacy;
using Governance.Api.Http;
using Governance.Api.Http.Answers;
using Governance.Api.Http.Problems;
using Governance.Api.Security;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Api.Features.People;

/// <summary>The people of a day, by name.</summary>
public sealed record PeopleAnswer(DateOnly AsOf, IReadOnlyList<PersonLine> People, string? Next);

/// <summary>Which people, in which order, and which piece of them.</summary>
public sealed record PeopleQuestion([Inline] ReadAt At, [Inline] Page Page, [Description("What they are sorted by.")] PersonOrder Sort = PersonOrder.Name);

/// <summary>The people, and one person; what is private only for a secretary, and never kept.</summary>
internal static class ReadPeople
{
    public static Task<IResult> ListAsync(string cluster, QueryParameters<PeopleQuestion> asked, QueryParameters<ReadSince> since, ClusterViews views, HttpContext http, CancellationToken ct) =>
        views.JsonAsync(http, cluster, since.Value, asked.Value.At, asked.Value, view =>
        {
            var (people, next) = Paging.Take(PersonList.Of(view, asked.Value.Sort).People, asked.Value.Page, p => p.Id.ToString());
            return new PeopleAnswer(view.AsOf, people, next);
        }, ct);

    public static async Task<IResult> OneAsync(
        string cluster, Guid id, QueryParameters<ReadAt> at, QueryParameters<ReadSince> since, Caller caller, ClusterViews views, ClusterCache cache, PrivateReads reads, HttpContext http, CancellationToken ct)
    {
        if (!caller.Can(Role.Secretary, cluster)) return await views.JsonAsync(http, cluster, since.Value, at.Value, at.Value, view => PersonView.Of(view, new(id)), ct);
        var aliases = (await cache.FindAsync(cluster, ct))?.Current.History.Aliases;
        var row = await reads.ShowAsync(cluster, caller.ActorId!, [aliases?.GetValueOrDefault(new(id), new(id)).Value ?? id], null, ct) is [var found] ? found : null;
        return await views.AnswerAsync(http, cluster, since.Value, at.Value, (version, freshness, _, view) => Task.FromResult<IResult>(PersonView.Of(view, new(id)) is { } person
            ? new Answer(Rendered.Of(Json.Bytes(WithPrivate(person, row)), Reads.JsonType), version.Position, freshness)
            : Problem.NotFound), ct);
    }

    private static JsonObject WithPrivate(PersonView person, Person? row)
    {
        var answer = JsonSerializer.SerializeToNode(person, Json.Options)!.AsObject();
        if (row is null) return answer;
        answer["unlisted"] = row.Unlisted;
        if (row.Email is not null) answer["email"] = row.Email;
        if (row.Phone is not null) answer["phone"] = row.Phone;
        if (row.Gender is not null) answer["gender"] = row.Gender;
        answer["externalIds"] = new JsonArray([.. row.ExternalIds.Select(e => new JsonObject { ["scheme"] = e.Key, ["identifier"] = e.Value })]);
        if (row.ErasureAskedAt is { } asked) answer["erasureAskedAt"] = JsonSerializer.SerializeToNode(asked, Json.Options);
        return answer;
    }
}
