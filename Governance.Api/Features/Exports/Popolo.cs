using System.Text.Json.Nodes;
using Governance.Api.Http.Binding;
using Governance.Domain.Clusters;
using Governance.Domain.Time;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Api.Features.Exports;

/// <summary>A cluster on a day in the words of Popolo (popoloproject.com): organisations, posts, persons, memberships, and the decisions as motions. Last days are inclusive.</summary>
internal static class Popolo
{
    public static JsonObject Of(Viewpoint view)
    {
        var bodies = BodyList.Of(view);
        JsonObject[] organizations = view.State is not { } state ? [] : [
            Cluster(view, state),
            .. PartnerList.Of(view).Partners.Select(p => Partner(view, state.Partners[p.Id].Names, p)),
            .. bodies.Select(b => Body(view, state.Bodies[b.Id].Names, b))];
        var ids = organizations.Select(o => o["id"]!.GetValue<string>()).ToHashSet(StringComparer.Ordinal);
        var seats = bodies.SelectMany(b => b.Seats.Select(s => (Body: b, Seat: s))).ToList();
        return new()
        {
            ["meta"] = new JsonObject
            {
                ["cluster"] = view.History.Id,
                ["as_of"] = view.AsOf.ToString("yyyy-MM-dd"),
                ["known_at"] = Instants.Format(view.History.RecordedAt),
                ["position"] = view.History.Position,
            },
            ["organizations"] = new JsonArray([.. organizations]),
            ["posts"] = new JsonArray([.. seats.Select(s => Post(view, s.Body, s.Seat))]),
            ["persons"] = new JsonArray([.. seats.Select(s => s.Seat.Holder).Where(h => h?.Id is not null).DistinctBy(h => h!.Id).Select(h => Person(h!))]),
            ["memberships"] = new JsonArray([.. seats.Where(s => s.Seat.Holder?.Id is not null).Select(s => Membership(view, s.Body, s.Seat, s.Seat.Holder!))]),
            ["motions"] = new JsonArray([.. Motions(view, ids)]),
        };
    }

    private static JsonObject Cluster(Viewpoint view, Cluster state) => Organization(view, view.History.Id, "cluster", state.Names, state.Founded, view.History.Founding?.OrganisationNumber);

    private static JsonObject Partner(Viewpoint view, Names names, PartnerOnDay partner)
    {
        var answer = Organization(view, partner.Id.ToString(), Words.Of(partner.Kind), names, null, partner.OrganisationNumber);
        answer["extra"] = new JsonObject { ["partner_since"] = partner.ValidFrom.ToString() };
        return answer;
    }

    private static JsonObject Body(Viewpoint view, Names names, BodyOnDay body)
    {
        var state = view.State!.Bodies[body.Id];
        var answer = Organization(view, body.Id.ToString(), Words.Of(body.Kind), names, state.Established, null);
        answer["parent_id"] = body.Parent?.ToString() ?? view.History.Id;
        if (view.Link(state.ChangedBy) is { } decision) answer["sources"] = Sources(decision);
        if (body.Mandate is { } mandate)
            answer["extra"] = new JsonObject
            {
                ["mandate_id"] = $"{body.Id}/{mandate.Version}",
                ["mandate"] = new JsonArray([.. mandate.Points.Select(p => JsonValue.Create(p))]),
                ["mandate_from"] = mandate.ValidFrom.ToString(),
            };
        return answer;
    }

    private static JsonObject Organization(Viewpoint view, string id, string classification, Names names, PartialDate? founded, string? number)
    {
        var answer = new JsonObject { ["id"] = id, ["name"] = view.NameOf(names.Current), ["classification"] = classification };
        if (founded is { } date) answer["founding_date"] = date.ToString();
        var others = names.All.SkipLast(1).Select(p => OtherName(view.NameOf(p), p.Period)).ToList();
        if (others.Count > 0) answer["other_names"] = new JsonArray([.. others]);
        if (number is not null) answer["identifiers"] = new JsonArray(new JsonObject { ["scheme"] = "NO-BRC", ["identifier"] = number });
        return answer;
    }

    private static JsonObject OtherName(string name, DateRange period)
    {
        var answer = new JsonObject { ["name"] = name, ["start_date"] = period.From.ToString() };
        if (period.Through is { } last) answer["end_date"] = last.ToString();
        return answer;
    }

    private static JsonObject Post(Viewpoint view, BodyOnDay body, SeatOnDay seat)
    {
        var extra = new JsonObject { ["status"] = Words.Of(seat.Status), ["votes"] = seat.Votes };
        if (seat.Represents is { } represents) extra["represents"] = represents.Name;
        if (OnBehalfOf(view, seat) is { } principal) extra["represents_id"] = principal;
        if (seat.DeputyFor is { } other) extra["deputy_for"] = other.ToString();
        return new()
        {
            ["id"] = seat.Id.ToString(),
            ["label"] = LabelOf(view, seat),
            ["role"] = Words.Of(seat.Role),
            ["organization_id"] = body.Id.ToString(),
            ["extra"] = extra,
        };
    }

    private static JsonObject Person(HolderOnDay holder) => new() { ["id"] = holder.Id.ToString(), ["name"] = holder.Name };

    private static JsonObject Membership(Viewpoint view, BodyOnDay body, SeatOnDay seat, HolderOnDay holder)
    {
        var answer = new JsonObject
        {
            ["id"] = $"{seat.Id}/{holder.ValidFrom}",
            ["label"] = LabelOf(view, seat),
            ["role"] = Words.Of(seat.Role),
            ["person_id"] = holder.Id.ToString(),
            ["organization_id"] = body.Id.ToString(),
            ["post_id"] = seat.Id.ToString(),
            ["start_date"] = holder.ValidFrom.ToString(),
        };
        if (OnBehalfOf(view, seat) is { } principal) answer["on_behalf_of_id"] = principal;
        if (holder.ValidThrough is { } last) answer["end_date"] = last.ToString();
        var extra = new JsonObject { ["since"] = holder.Since.ToString() };
        if (holder.TermThrough is { } term) (extra["term_through"], extra["term_source"]) = (term.ToString(), Words.Of(holder.TermSource!.Value));
        answer["extra"] = extra;
        return answer;
    }

    /// <summary>A partner or body that is in the document; others stand by name alone.</summary>
    private static string? OnBehalfOf(Viewpoint view, SeatOnDay seat) =>
        seat.Represents?.Partner is { } partner && view.State!.Partners[partner].IsPresent ? partner.ToString()
        : seat.Represents?.Body is { } body && view.State!.LivingBody(body) is not null ? body.ToString() : null;

    private static IEnumerable<JsonObject> Motions(Viewpoint view, HashSet<string> organizations)
    {
        foreach (var line in DecisionLine.All(view, new()).Where(d => d.Status != DecisionStatus.Annulled && d.DecidedOn.First <= view.AsOf))
        {
            var motion = new JsonObject { ["id"] = line.Id.ToString(), ["text"] = line.Title, ["date"] = line.DecidedOn.ToString(), ["result"] = "passed" };
            if (line.CaseNumber is { } number) motion["identifier"] = number;
            if (line.DecidedBy is { } body && organizations.Contains(body.Id.ToString())) motion["organization_id"] = body.Id.ToString();
            yield return motion;
        }
    }

    private static JsonArray Sources(DecisionLink decision) =>
        new(new JsonObject { ["url"] = $"urn:uuid:{decision.Id}", ["note"] = decision.CaseNumber is { } number ? $"{number} {decision.Title}" : decision.Title });

    private static string LabelOf(Viewpoint view, SeatOnDay seat) => seat.Title ?? Vocabulary.Of(seat.Role).In(view.Language);
}
