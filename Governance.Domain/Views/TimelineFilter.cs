using System.Collections.Immutable;
using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Partners;
using Governance.Domain.People;
using Governance.Domain.Values;

namespace Governance.Domain.Views;

/// <summary>Which part of a timeline is asked for; what is null does not limit it.</summary>
/// <param name="From">First day, inclusive.</param>
/// <param name="To">Last day, inclusive.</param>
/// <param name="Type">The word of an event: <c>body-renamed</c>.</param>
public sealed record TimelineFilter(
    DateOnly? From = null, DateOnly? To = null, string? Type = null, PersonId? Person = null, PartnerId? Partner = null, BodyId? Body = null)
{
    /// <summary>What it is about.</summary>
    public ReportTopic? Topic { get; init; }

    /// <summary>Only what was decided on or before a day.</summary>
    internal DateOnly? DecidedBy { get; init; }

    /// <summary>Whether anything of a day may be what is asked for.</summary>
    internal bool Takes(Day day) =>
        !(day.FirstDecided > DecidedBy) && (Body is null || day.Facts.Any(f => !(f.DecidedOn.First > DecidedBy) && f.Event is BodyEvent e && e.Body == Body));

    internal bool Takes(DateOnly day) => !(day < From) && !(day > To);

    internal bool Takes(Fact fact) => !(fact.DecidedOn.First > DecidedBy) && Takes(fact.Event);

    /// <summary>Whether an event is of the type, topic and body asked for.</summary>
    internal bool Takes(ClusterEvent told) =>
        (Type is null || Words.OfType(told.GetType()) == Type) && (Topic is null || told is FactEvent fact && ReportLine.TopicOf(fact) == Topic) && (Body is null || told is BodyEvent e && e.Body == Body);

    /// <summary>Whether a fact concerns the person and the partner asked for, by itself or by the seats it is about, as they were or became.</summary>
    internal bool Takes(Viewpoint view, FactEvent told, Cluster before, Cluster after)
    {
        if (Person is null && Partner is null) return true;
        var seats = Seats(told, before).Concat(Seats(told, after)).ToList();
        return (Person is not { } person || view.Names(person) && Concerns(told, seats, view.History.Aliases.GetValueOrDefault(person, person), before))
            && (Partner is not { } partner || told is PartnerEvent p && p.Partner == partner || seats.Exists(s => s.Description.Represents?.Partner == partner));
    }

    private static bool Concerns(FactEvent told, List<Seat> seats, PersonId person, Cluster names) => told switch
    {
        AppointmentEvent e and not MemberAppointed => e.Persons().Any(p => names.Canonical(p) == person),
        SeatCreated => false,
        _ => seats.Exists(s => s.Holders.Any(h => h.Person == person)),
    };

    private static ImmutableList<Seat> Seats(FactEvent told, Cluster state)
    {
        if (told is not BodyEvent e || state.Bodies.GetValueOrDefault(e.Body) is not { } body) return [];
        SeatId? one = told switch
        {
            SeatCreated c => c.Seat,
            SeatChanged c => c.Seat,
            SeatAbolished c => c.Seat,
            AppointmentEvent c => c.Seat,
            _ => null,
        };
        return one is { } id ? body.Seat(id) is { } seat ? [seat] : [] : told is BodyReconstituted or BodyDissolved ? body.Seats : [];
    }
}
