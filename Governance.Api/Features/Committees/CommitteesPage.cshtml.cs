using Governance.Api.Features.Pages;
using Governance.Api.Http;
using Governance.Api.Http.Answers;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Api.Features.Committees;

/// <summary>The bodies with their mandates and members, and the seats that wait for a nomination.</summary>
public sealed class CommitteesPage(Site site, ClusterViews views, AnswerCache answers) : ViewPage<ReadAt>(site, views, answers)
{
    /// <summary>The bodies, parents first.</summary>
    public IReadOnlyList<Committee> Bodies { get; private set; } = [];

    /// <summary>The vacant seats by who nominates to them, by name.</summary>
    public IReadOnlyList<IGrouping<RepresentedOnDay, (Committee Body, SeatOnDay Seat)>> Waiting { get; private set; } = [];

    /// <inheritdoc/>
    protected override bool Show(Viewpoint view, ReadAt asked)
    {
        Bodies = Domain.Views.Committees.Seen(view).Bodies;
        Waiting = [.. (
            from body in Bodies
            from seat in body.Seats
            where seat.Status == SeatStatus.Vacant && seat.Represents is not null
            group (body, seat) by seat.Represents!).OrderBy(w => w.Key.Name, Alphabetical.Order)];
        return true;
    }
}
