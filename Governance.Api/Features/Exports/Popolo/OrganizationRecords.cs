using System.Text.Json;
using System.Text.Json.Nodes;
using Governance.Api.Http;
using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Partners;
using Governance.Domain.Time;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Api.Features.Exports.Popolo;

/// <summary>The cluster, its partners and its bodies as organisations.</summary>
internal static class OrganizationRecords
{
    /// <summary>The cluster; none before its founding.</summary>
    public static IEnumerable<JsonObject> Cluster(Viewpoint view)
    {
        if (view is not { State: { } state, History.Founding: { } founding }) yield break;
        var extra = new JsonObject { ["time_zone"] = founding.TimeZone };
        if (view.Audience == Audience.Reader) extra.Put("note", founding.Note);
        if (ClusterView.Of(view)?.Strategy is { } strategy) extra["strategy"] = Strategy(strategy);
        yield return Organization(view.History.Id, "cluster", state.Names, founding.FoundedOn, founding.OrganisationNumber, extra);
    }

    /// <summary>The partners of the day, or all there ever were.</summary>
    public static IEnumerable<JsonObject> Partners(Viewpoint view, bool whole) =>
        from partner in (whole ? view.Last : view.State)?.Partners.Values ?? []
        where whole || partner.IsPresent
        orderby partner.Names.Current.Name.Text, partner.Id.Value
        select Partner(whole && view.State?.Partners.GetValueOrDefault(partner.Id) is { } now ? now with { Withdrawn = partner.Withdrawn } : partner);

    /// <summary>A body of the day, or one as it last was or will begin.</summary>
    public static JsonObject Body(Viewpoint view, BodyOnDay shown)
    {
        var body = view.State?.Bodies.GetValueOrDefault(shown.Id) ?? view.Last!.Bodies[shown.Id];
        var extra = new JsonObject { ["visibility"] = Words.Of(body.Visibility) };
        if (shown.AdvisoryTo.Count > 0) extra["advisory_to"] = new JsonArray([.. shown.AdvisoryTo.Select(id => JsonValue.Create(id.ToString()))]);
        if (shown.Mandate is { } mandate) Mandate(extra, shown.Id, mandate);
        if (body.Rules != Domain.Composition.CompositionRules.Default) extra["rules"] = JsonSerializer.SerializeToNode(body.Rules, Json.Options);
        var answer = Organization(shown.Id.ToString(), Words.Of(shown.Kind), body.Names, body.Established, null, extra);
        answer["parent_id"] = shown.Parent?.ToString() ?? view.History.Id;
        answer.Put("dissolution_date", body.Dissolved?.Previous);
        if (view.Link(body.ChangedBy) is { } decision) answer["sources"] = Sources(decision);
        return answer;
    }

    private static JsonObject Partner(Partner partner)
    {
        var extra = new JsonObject { ["partner_since"] = partner.Admitted.ToString() };
        extra.Put("partner_through", partner.Withdrawn?.Previous);
        return Organization(partner.Id.ToString(), Words.Of(partner.Kind), partner.Names, null, partner.OrganisationNumber, extra);
    }

    private static JsonObject Organization(string id, string classification, Names names, PartialDate? founded, string? number, JsonObject extra)
    {
        var answer = new JsonObject { ["id"] = id, ["name"] = names.Current.Name.Text, ["classification"] = classification };
        answer.Put("founding_date", founded);
        var others = names.All.SkipLast(1).Select(OtherName).ToList();
        if (others.Count > 0) answer["other_names"] = new JsonArray([.. others]);
        if (number is not null) answer["identifiers"] = new JsonArray(new JsonObject { ["scheme"] = "NO-BRC", ["identifier"] = number });
        extra.Put("name_en", names.Current.NameEn);
        answer["extra"] = extra;
        return answer;
    }

    private static JsonObject OtherName(NamePeriod names)
    {
        var answer = new JsonObject { ["name"] = names.Name.Text, ["start_date"] = names.Period.From.ToString() };
        answer.Put("end_date", names.Period.Through);
        if (names.NameEn is { } english) answer["extra"] = new JsonObject { ["name_en"] = english.Text };
        return answer;
    }

    private static void Mandate(JsonObject extra, BodyId body, MandateOnDay mandate)
    {
        extra["mandate_id"] = $"{body}/{mandate.Version}";
        extra["mandate"] = Lines(mandate.Points);
        extra["mandate_from"] = mandate.ValidFrom.ToString();
        extra.Put("mandate_purpose", mandate.Purpose);
        extra.Put("mandate_through", mandate.ValidThrough);
        extra.Put("mandate_deliverable", mandate.Deliverable);
        extra.Put("mandate_due", mandate.DueOn);
    }

    private static JsonObject Strategy(StrategyOnDay strategy)
    {
        var answer = new JsonObject { ["title"] = strategy.Title, ["focus_areas"] = Lines(strategy.FocusAreas), ["valid_from"] = strategy.ValidFrom.ToString() };
        answer.Put("valid_through", strategy.ValidThrough);
        return answer;
    }

    private static JsonArray Lines(IReadOnlyList<string> lines) => new([.. lines.Select(line => JsonValue.Create(line))]);

    private static JsonArray Sources(DecisionLink decision) =>
        new(new JsonObject { ["url"] = $"urn:uuid:{decision.Id}", ["note"] = decision.CaseNumber is { } number ? $"{number} {decision.Title}" : decision.Title });
}
