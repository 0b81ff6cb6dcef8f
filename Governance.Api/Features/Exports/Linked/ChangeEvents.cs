using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Views;

namespace Governance.Api.Features.Exports.Linked;

/// <summary>Renames, mergers and splits: one event for all that a decision did on a day, so that bodies that swap names stand on both sides of one.</summary>
internal static class ChangeEvents
{
    public static void Tell(Graph graph, Viewpoint view)
    {
        foreach (var day in view.History.Chronicle.Days.TakeWhile(d => d.Date <= view.AsOf))
            foreach (var made in day.Facts.GroupBy(f => f.Decision))
            {
                var renamed = made.Select(f => f.Event).OfType<BodyRenamed>().Select(e => e.Body).ToList();
                var succession = Succession(made.Select(f => f.Event)).ToList();
                BodyId[] before = [.. Seen(renamed.Concat(succession.Select(s => s.From)))], after = [.. Seen(renamed.Concat(succession.Select(s => s.To)))];
                if (before.Length == 0 || after.Length == 0) continue;
                var name = $"{OrganisationGraph.NameOf(made.Key.Value)}#{made.First().From}";
                graph.Is(name, "org:ChangeEvent");
                graph.Say(name, "prov:startedAtTime", Term.Date(made.First().From));
                foreach (var body in before) graph.Link(name, "org:originalOrganization", OrganisationGraph.NameOf(body.Value));
                foreach (var body in after) graph.Link(name, "org:resultingOrganization", OrganisationGraph.NameOf(body.Value));
                if (view.Link(made.Key) is not { } decision) continue;
                graph.Say(name, "dct:description", new Term.Text(decision.Title, "nb"));
                OrganisationGraph.Source(graph, name, decision);

                IEnumerable<BodyId> Seen(IEnumerable<BodyId> bodies) =>
                    bodies.Distinct().Where(id => view.Sees(day.After, day.After.Bodies[id]) && view.Sees(view.State!, view.State!.Bodies[id]));
            }
    }

    private static IEnumerable<(BodyId From, BodyId To)> Succession(IEnumerable<FactEvent> facts) => facts.SelectMany(fact => fact switch
    {
        BodyEstablished e => e.Succeeds.Select(old => (old, e.Body)),
        BodyDissolved e => e.SucceededBy.Select(heir => (e.Body, heir)),
        _ => [],
    });
}
