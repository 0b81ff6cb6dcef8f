using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Decisions;
using Governance.Domain.Partners;
using Governance.Domain.People;
using Governance.Domain.Time;

namespace Governance.Domain.Views;

/// <summary>What was found, by the name it has on the viewpoint's day.</summary>
public sealed record SearchResult(string Name, string? CaseNumber = null, DecisionStatus? Status = null);

/// <summary>Looks at what a search found with the eyes of whoever searches.</summary>
public sealed class SearchResults(Viewpoint view)
{
    private readonly Lazy<IReadOnlySet<PersonId>> people = new(() => PersonList.Of(view).People.Select(p => p.Id).ToHashSet());

    /// <summary>A thing; null where it is not there any more, or may not be seen.</summary>
    /// <param name="from">The day concerned: a mandate may be seen only where its body could be on that day.</param>
    public SearchResult? Find(SearchKind kind, Guid id, PartialDate? from) => kind switch
    {
        SearchKind.Decision => Decision(new(id)),
        SearchKind.Body => Body(new(id)),
        SearchKind.Mandate => view.History.AsOf(from!.Value.First) is { } then && then.Bodies.GetValueOrDefault(new(id)) is { } body && view.Sees(then, body) ? Body(new(id)) : null,
        SearchKind.Person => people.Value.Contains(new(id)) ? new(view.NameOf(new PersonId(id))) : null,
        SearchKind.Partner => Partner(new(id)),
        _ => null,
    };

    private SearchResult? Decision(DecisionId id) => view.Head(id) is { } head ? new(head.Title, head.CaseNumber, view.History.Decisions[id].Status) : null;

    private SearchResult? Body(BodyId id) => BodyView.Shown(view, id) is { } state ? new(view.Link(state.Bodies[id]).Name) : null;

    private SearchResult? Partner(PartnerId id) =>
        (view.State?.Partners.GetValueOrDefault(id) ?? view.Last?.Partners.GetValueOrDefault(id)) is { } partner ? new(view.Link(partner).Name) : null;
}
