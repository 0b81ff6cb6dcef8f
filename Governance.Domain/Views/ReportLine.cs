using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Mandates;
using Governance.Domain.Partners;
using Governance.Domain.Time;

namespace Governance.Domain.Views;

/// <summary>A change in an annual report.</summary>
/// <param name="Date">First day it holds; it may lie outside the year it was decided in.</param>
/// <param name="Sentence">With the names at the end of that day, save for what a renaming was from.</param>
/// <param name="Details">The points of a mandate, the seats of a new composition, the focus areas of a strategy.</param>
/// <param name="Decision">The decision behind it; absent where it is internal.</param>
public sealed record ReportLine(PartialDate Date, string Sentence, IReadOnlyList<string> Details, BodyLink? Body, PartnerLink? Partner, DecisionLink? Decision)
{
    internal static ReportLine Of(Viewpoint view, Timeline.Step step)
    {
        var (fact, before, after) = step;
        var names = fact.Event is BodyRenamed or PartnerRenamed or ClusterRenamed ? before : WithNames(before, after);
        return new(
            fact.From, Sentences.Of(view, fact, names), [.. DetailsOf(view, fact, after)],
            fact.Event is BodyEvent body ? view.Link(after.Bodies[body.Body]) : null, fact.Event is PartnerEvent partner ? view.Link(after.Partners[partner.Partner]) : null, view.Link(fact.Decision));
    }

    internal static ReportTopic TopicOf(FactEvent told) => told switch
    {
        BodyRenamed or ClusterRenamed => ReportTopic.Renames,
        BodyLifeEvent or MandateConcluded => ReportTopic.Bodies,
        MandateEvent => ReportTopic.Mandates,
        CompositionEvent => ReportTopic.Composition,
        PartnerEvent => ReportTopic.Partners,
        _ => ReportTopic.Strategy,
    };

    /// <summary>The names that changed hands between bodies on a day.</summary>
    internal static IReadOnlyList<Swap> Swaps(Viewpoint view, IEnumerable<Timeline.Step> day)
    {
        List<Timeline.Step> steps = [.. day];
        return Swap.Among(view, [..
            from step in steps
            let body = (step.Fact.Event as BodyRenamed)?.Body
            where body is not null && step.Before.Bodies.ContainsKey(body.Value)
            let before = step.Before.Bodies[body.Value].Names.Current
            let after = step.After.Bodies[body.Value]
            select new BodyChange<NamePair>(view.Link(after), new(before.Name, before.NameEn), new(after.Name, after.Names.Current.NameEn), "")], steps.Exists(s => s.Fact.From.First > view.AsOf));
    }

    /// <summary>A report is read long after: an appointment to a body that was renamed the same day is to the body by its new name.</summary>
    private static Cluster WithNames(Cluster before, Cluster after) => before.Bodies.Values.Where(b => b.Names != after.Bodies[b.Id].Names).Aggregate(
        before with { Names = after.Names, Partners = before.Partners.SetItems(before.Partners.Values.Select(p => KeyValuePair.Create(p.Id, p with { Names = after.Partners[p.Id].Names }))) },
        (state, body) => state.With(body with { Names = after.Bodies[body.Id].Names }));

    /// <summary>The texts that a change brings and its sentence leaves out.</summary>
    internal static IEnumerable<string> TextsOf(FactEvent told) => told switch
    {
        MandateAdopted e => new[] { e.Purpose }.Concat(e.Points).Append(e.Deliverable).OfType<string>(),
        StrategyAdopted e => e.FocusAreas,
        _ => [],
    };

    private static IEnumerable<string> DetailsOf(Viewpoint view, Fact fact, Cluster after) => fact.Event switch
    {
        BodyReconstituted e => after.Seats(after.Bodies[e.Body], fact.From.First).Select(s => Seated(view, after, s.Seat, s.Holder)),
        var other => TextsOf(other),
    };

    private static string Seated(Viewpoint view, Cluster state, Seat seat, Appointment? holder)
    {
        var role = holder?.Title ?? seat.Description.Title ?? Vocabulary.Of(seat.Role).In(view.Language);
        var represented = RepresentedOnDay.Of(view, state, seat.Description.Represents) is { } whom ? $" for {whom.Name}" : "";
        return $"{role}{represented}: {(holder is null ? Vocabulary.Of(SeatStatus.Vacant).In(view.Language) : view.NameOf(holder.Person))}";
    }
}
