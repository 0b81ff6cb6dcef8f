using Governance.Api.Features.Pages;
using Governance.Api.Http;
using Governance.Api.Http.Answers;
using Governance.Domain.Time;
using Governance.Domain.Views;

namespace Governance.Api.Features.People;

/// <summary>A person, and the seats they hold and held.</summary>
public sealed class PersonPage(Site site, ClusterViews views, AnswerCache answers) : ViewPage<ReadAt>(site, views, answers)
{
    /// <summary>The person.</summary>
    public PersonView Person { get; private set; } = null!;

    /// <summary>The seats by whether they are held on the day, held later, or were held before it.</summary>
    public ILookup<int, PersonSeat> Seats { get; private set; } = null!;

    /// <summary>The seats in which the person acts for another, likewise.</summary>
    public ILookup<int, ActingSeat> Acting { get; private set; } = null!;

    /// <inheritdoc/>
    protected override bool Show(Viewpoint view, ReadAt asked)
    {
        if (PersonView.Of(view, new(Id)) is not { } person) return false;
        Person = person;
        Seats = person.Seats.ToLookup(s => When(s.ValidFrom, s.ValidThrough));
        Acting = person.Acting.ToLookup(s => When(s.ValidFrom, s.ValidThrough));
        return true;

        int When(PartialDate from, PartialDate? through) => from.First > view.AsOf ? 1 : through?.Last < view.AsOf ? -1 : 0;
    }
}
