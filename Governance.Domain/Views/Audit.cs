using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Decisions;
using Governance.Domain.Meetings;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Domain.Views;

/// <summary>Every registration with its three times and who made it, in the order of the register; what corrects, annuls or redacts a decision stands under it. For readers alone.</summary>
public sealed record Audit(IReadOnlyList<AuditEntry> Entries, string? Next)
{
    /// <summary>So many entries after a place. The days of the filter are those of recording, in UTC; null if one body's audit is asked for, and it never existed.</summary>
    /// <param name="after">The <c>Next</c> of the piece before; null for the beginning.</param>
    /// <param name="diff">How two texts differ.</param>
    public static Audit? Of(Viewpoint view, TimelineFilter filter, string? after, int limit, TextDiff diff)
    {
        if (filter.Body is { } body && view.Last?.Bodies.ContainsKey(body) != true) return null;
        var start = long.TryParse(after, out var position) ? position : 0;
        var later = view.History.Acts.Where(a => Concerned(a.Event) is not null).ToLookup(a => Concerned(a.Event)!.Value);
        var piece = view.History.Acts
            .Where(a => a.Position > start && Concerned(a.Event) is null && filter.Takes(DateOnly.FromDateTime(a.RecordedAt.UtcDateTime)) && Takes(view, filter, a, later))
            .Take(limit + 1).ToList();
        return new([.. piece.Take(limit).Select(a => AuditEntry.Of(view, a, later, diff))], piece.Count > limit ? $"{piece[limit - 1].Position}" : null);
    }

    /// <summary>The decision that an act stands under; null for one that stands by itself.</summary>
    private static DecisionId? Concerned(RegisterEvent act) => act switch
    {
        DecisionCorrected e => e.Decision,
        DecisionAnnulled e => e.Decision,
        TextRedacted e => e.Decision,
        _ => null,
    };

    private static bool Takes(Viewpoint view, TimelineFilter filter, RecordedAct act, ILookup<DecisionId, RecordedAct> later)
    {
        if (filter is { Type: null, Topic: null, Body: null, Person: null, Partner: null }) return true;
        var acts = act.Event is DecisionRecorded recorded ? later[recorded.Decision].Prepend(act).ToList() : [act];
        return (filter.Body is null && filter.Person is null && filter.Partner is null && acts.Exists(a => filter.Takes(a.Event)))
            || acts.SelectMany(a => a.Facts).Any(f => filter.Takes(f.Event) && Concerns(view, filter, f))
            || (filter is { Type: null, Topic: null, Person: null, Partner: null } && MeetingsBody(view, act.Event) is { } body && body == filter.Body);
    }

    private static BodyId? MeetingsBody(Viewpoint view, RegisterEvent act) => act switch
    {
        MeetingRecorded e => e.Body,
        MeetingEvent e => view.History.PlannedMeetings[e.Meeting].Plan.Body,
        _ => null,
    };

    private static bool Concerns(Viewpoint view, TimelineFilter filter, Fact fact) =>
        filter is { Person: null, Partner: null }
        || view.History.AsOf(fact.From.First) is { } after && filter.Takes(view, fact.Event, view.History.AsOf(fact.From.First.AddDays(-1)) ?? after, after);
}

/// <summary>One registration.</summary>
/// <param name="Type">The word of the act: <c>decision-recorded</c>.</param>
/// <param name="DecidedOn">When a decision was made; absent for other acts.</param>
/// <param name="Facts">What it brought, each with the day from which it holds.</param>
/// <param name="Later">What corrected, annulled or redacted it, in the order of the register.</param>
/// <param name="Differences">What a correction put right, word by word; absent for other acts.</param>
public sealed record AuditEntry(
    long Position, DateTimeOffset RecordedAt, string? Actor, string Type, string Sentence, PartialDate? DecidedOn, DecisionId? Decision, string? Reason,
    IReadOnlyList<AuditFact> Facts, IReadOnlyList<AuditEntry> Later,
    IReadOnlyList<RevisionDifference>? Differences)
{
    internal static AuditEntry Of(Viewpoint view, RecordedAct act, ILookup<DecisionId, RecordedAct> later, TextDiff diff)
    {
        var (decidedOn, decision, reason) = act.Event switch
        {
            DecisionRecorded e => (e.Head.DecidedOn, e.Decision, null),
            DecisionCorrected e => (e.Head.DecidedOn, e.Decision, e.Reason),
            DecisionAnnulled e => (null, e.Decision, e.Reason),
            TextRedacted e => (null, e.Decision, e.Reason),
            FindingAccepted e => (null, null, e.Note),
            _ => ((PartialDate?)null, (DecisionId?)null, (string?)null),
        };
        var under = act.Event is DecisionRecorded recorded ? later[recorded.Decision] : [];
        return new(
            act.Position, act.RecordedAt, act.Actor, Words.OfType(act.Event.GetType()), Sentences.Of(view, act.Event), decidedOn, decision, reason,
            [.. Sentences.Told(view, act.Facts, Holds(view, act)).Select(f => AuditFact.Of(view, f.Fact, f.Before))], [.. under.Select(a => Of(view, a, later, diff))],
            act.Event is DecisionCorrected corrected ? RevisionDifference.Of(view, view.History.Decisions[corrected.Decision], corrected.Revision - 1, diff) : null);
    }

    private static bool Holds(Viewpoint view, RecordedAct act) =>
        act.Facts is [var first, ..] && view.History.Decisions[first.Decision] is { Annulment: null } decision && decision.Current.Position == act.Position;
}

/// <summary>One fact of a registration.</summary>
/// <param name="Type">The word of the event: <c>body-renamed</c>.</param>
public sealed record AuditFact(PartialDate EffectiveFrom, string Type, BodyLink? Body, string Sentence, int Index)
{
    internal static AuditFact Of(Viewpoint view, Fact fact, Cluster before)
    {
        var body = fact.Event is BodyEvent e ? e.Body : (BodyId?)null;
        return new(fact.From, Words.OfType(fact.Event.GetType()), body is { } id ? new(id, Sentences.NameOf(view, fact, before, id)) : null, Sentences.Of(view, fact, before), fact.Index);
    }
}
