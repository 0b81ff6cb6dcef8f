using System.Diagnostics;
using System.Text.Json.Serialization;
using Governance.Domain.Values;

namespace Governance.Domain.Meetings;

/// <summary>How far a planned meeting has come.</summary>
[JsonConverter(typeof(KebabCase<MeetingStatus>))]
public enum MeetingStatus
{
    /// <summary>To be held; nobody is called yet.</summary>
    Planned,

    /// <summary>The notice is sent.</summary>
    Called,

    /// <summary>Held; the minutes are to be approved.</summary>
    Held,

    /// <summary>The minutes are approved.</summary>
    Approved,

    /// <summary>The minutes are public.</summary>
    Published,

    /// <summary>It will not be held.</summary>
    Cancelled,
}

/// <summary>A meeting that was planned, with what has become of it. Immutable.</summary>
/// <param name="Plan">Where and when, as said last.</param>
/// <param name="Position">Where the register stood when this was said.</param>
/// <param name="ChangedAt">When it was.</param>
/// <param name="Sequence">Counts the changes that those invited must be told of, from 0, as iCalendar does.</param>
public sealed record Meeting(MeetingPlanned Plan, long Position, DateTimeOffset ChangedAt, int Sequence)
{
    /// <summary>Which meeting.</summary>
    public MeetingId Id => Plan.Meeting;

    /// <summary>That it will not be held.</summary>
    public MeetingCancelled? Cancellation { get; init; }

    /// <summary>The notice sent last.</summary>
    public NoticeSent? Notice { get; init; }

    /// <summary>The record of it, as entered last.</summary>
    public MeetingHeld? Held { get; init; }

    /// <summary>How many times the record was entered: the version of the minutes.</summary>
    public int Version { get; init; }

    /// <summary>The position of the record entered last: what the minutes say is as it was known then.</summary>
    public long HeldPosition { get; init; }

    /// <summary>The approval given last; it may be of an earlier version.</summary>
    public MinutesApproved? Approval { get; init; }

    /// <summary>The version that is public; 0 where none is.</summary>
    public int PublishedVersion { get; init; }

    /// <summary>What the public is shown: an approved version, while a later one waits.</summary>
    public (MeetingHeld Held, long Position)? Published { get; init; }

    /// <summary>Whether the version entered last is approved.</summary>
    public bool IsApproved => Held is not null && Approval?.Version == Version;

    /// <summary>The case numbers that its items have, by item: of the notice sent last, and of the record.</summary>
    public IReadOnlyDictionary<Guid, string> NumbersTaken =>
        (Notice?.Items.Select(i => (i.Id, i.Number)) ?? []).Concat(Held?.Items.Select(i => (i.Id, i.Number)) ?? []).DistinctBy(i => i.Id).ToDictionary(i => i.Id, i => i.Number);

    /// <summary>How far it has come.</summary>
    public MeetingStatus Status =>
        Cancellation is not null ? MeetingStatus.Cancelled
        : Held is null ? Notice is null ? MeetingStatus.Planned : MeetingStatus.Called
        : !IsApproved ? MeetingStatus.Held
        : PublishedVersion == Version ? MeetingStatus.Published : MeetingStatus.Approved;

    /// <summary>The meeting after an act.</summary>
    public static Meeting After(Meeting? before, MeetingEvent act, long position, DateTimeOffset at)
    {
        if (act is MeetingPlanned plan) return new(plan, position, at, 0);
        var meeting = (before ?? throw new UnreachableException($"A meeting begins by being planned, not by {act.GetType().Name}.")) with { Position = position, ChangedAt = at };
        return act switch
        {
            MeetingRescheduled e => meeting with
            {
                Plan = meeting.Plan with { Day = e.Day, StartsAt = e.StartsAt, EndsAt = e.EndsAt, Place = e.Place, Link = e.Link, Guests = e.Guests },
                Sequence = meeting.Sequence + 1,
            },
            MeetingCancelled e => meeting with { Cancellation = e, Sequence = meeting.Sequence + 1 },
            NoticeSent e => meeting with { Sequence = meeting.Notice is null ? meeting.Sequence : meeting.Sequence + 1, Notice = e },
            MeetingHeld e => meeting with { Held = e, Version = meeting.Version + 1, HeldPosition = position },
            MinutesApproved e => meeting with { Approval = e },
            MinutesPublished e => meeting with { PublishedVersion = e.Version, Published = (meeting.Held!, meeting.HeldPosition) },
            _ => throw new UnreachableException($"{act.GetType().Name} is not of a meeting."),
        };
    }
}
