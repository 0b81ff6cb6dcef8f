using FsCheck;
using FsCheck.Fluent;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Tests.Domain.Views;

public sealed class TotalityTests
{
    private static readonly string[] Days = ["2015-01-01", "2016-01-01", "2018-08-15", "2022-06-15", "2026-11-21", "2035-01-01"];

    [Fact]
    public void Whatever_was_decided_every_view_of_any_day_can_be_made_for_everyone_in_both_languages() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var told = AnyDecision.History(seed, 20);
        if (told.History.Decisions.Values.Skip(1).FirstOrDefault() is { } some && told.TryAnnul(some.Id) is Governance.Domain.Decisions.DecisionOutcome.Accepted annulled) told.Enter(annulled.Entry);
        foreach (var day in Days)
            foreach (var view in new[] { told.At(day), told.At(day, Audience.Public, Language.En) })
                Look(view);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(15));

    [Fact]
    public void The_public_is_never_told_of_an_internal_body() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var told = AnyDecision.History(seed, 20);
        var view = told.At("2026-11-21", Audience.Public);
        var state = view.State!;
        var hidden = state.Living.Where(b => !view.Sees(state, b)).Select(b => b.Id).ToHashSet();
        return Committees.Of(view).Bodies.All(b => !hidden.Contains(b.Id) && !b.AdvisoryTo.Any(hidden.Contains) && b.Seats.All(s => s.Represents?.Body is not { } body || !hidden.Contains(body)))
            && hidden.All(id => BodyView.Of(view, id) is null && Timeline.Of(view, new(Body: id), null, 10) is null);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(15));

    private static void Look(Viewpoint view)
    {
        var history = view.History;
        var shown = new object?[]
        {
            Structure.Of(view), Committees.Of(view), ClusterView.Of(view), PartnerList.Of(view), PersonList.Of(view), NameHistory.Of(view, "Styret", null),
            AnnualReport.Of(view, view.AsOf.Year), Timeline.Of(view, new(), null, 10_000), Audit.Of(view, new(), null, 10_000, new Governance.Api.Features.Compare.WordDiff().Between), PastAnswer.Changed(history.KnownAt(history.Acts[history.Acts.Count / 2].RecordedAt), view),
        };
        shown.Should().NotContainNulls();
        foreach (var body in view.Last!.Bodies.Keys) _ = (BodyView.Of(view, body), Timeline.Of(view, new(Body: body), null, 5), Audit.Of(view, new(Body: body), null, 5, new Governance.Api.Features.Compare.WordDiff().Between));
        foreach (var person in history.Persons.Keys) _ = (PersonView.Of(view, person), Timeline.Of(view, new(Person: person), null, 5));
        foreach (var partner in view.Last.Partners.Keys) _ = (PartnerView.Of(view, partner), Timeline.Of(view, new(Partner: partner), null, 5));
        foreach (var decision in history.Decisions.Keys) _ = DecisionView.Of(view, decision, new Governance.Api.Features.Compare.WordDiff().Between);
    }
}
