using System.Diagnostics;
using Governance.Domain.Meetings;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Api.Features.Meetings.Planning;

/// <summary>What is said of meetings on pages, in mail and in minutes.</summary>
public static class MeetingWords
{
    /// <summary>How far a meeting has come.</summary>
    public static Phrase Of(MeetingStatus status) => status switch
    {
        MeetingStatus.Planned => new("planlagt", "planned"),
        MeetingStatus.Called => new("innkalt", "called"),
        MeetingStatus.Held => new("holdt", "held"),
        MeetingStatus.Approved => new("protokoll godkjent", "minutes approved"),
        MeetingStatus.Published => new("protokoll offentlig", "minutes public"),
        MeetingStatus.Cancelled => new("avlyst", "cancelled"),
        _ => throw new UnreachableException($"No word for {status}."),
    };

    /// <summary>What an item is.</summary>
    public static Phrase Of(ItemKind kind) => kind switch
    {
        ItemKind.Decision => new("vedtakssak", "for decision"),
        ItemKind.Information => new("orientering", "for information"),
        ItemKind.Discussion => new("drøfting", "for discussion"),
        ItemKind.Minutes => new("protokoll fra forrige møte", "minutes of the last meeting"),
        _ => throw new UnreachableException($"No word for {kind}."),
    };

    /// <summary>What came of an item.</summary>
    public static Phrase Of(ItemOutcome outcome) => outcome switch
    {
        ItemOutcome.Adopted => new("vedtatt", "adopted"),
        ItemOutcome.NotAdopted => new("ikke vedtatt", "not adopted"),
        ItemOutcome.Postponed => new("utsatt", "postponed"),
        ItemOutcome.SentBack => new("sendt tilbake", "sent back"),
        ItemOutcome.Noted => new("tatt til orientering", "noted"),
        _ => throw new UnreachableException($"No word for {outcome}."),
    };

    /// <summary>How the votes fell.</summary>
    public static Phrase Of(Domain.Views.VotesView votes) => new(
        $"{votes.For} for, {votes.Against} mot, {votes.Blank} blank{(votes.Blank == 1 ? "" : "e")}{(votes.Casting ? "; møteleders dobbeltstemme avgjorde" : "")}",
        $"{votes.For} for, {votes.Against} against, {votes.Blank} blank{(votes.Casting ? "; the chair's casting vote decided" : "")}");

    /// <summary>Whether a meeting can decide, with figures.</summary>
    public static Phrase Of(Items.QuorumView quorum)
    {
        var votes = quorum.Votes == 1 ? new Phrase("1 stemme", "1 vote") : new($"{quorum.Votes} stemmer", $"{quorum.Votes} votes");
        return quorum.Met
            ? new($"Vedtaksført: {quorum.Present} av {votes.Nb}, {quorum.Needed} kreves.", $"Quorate: {quorum.Present} of {votes.En}, {quorum.Needed} needed.")
            : new($"Ikke vedtaksført: {quorum.Present} av {votes.Nb}, {quorum.Needed} kreves.", $"Not quorate: {quorum.Present} of {votes.En}, {quorum.Needed} needed.");
    }

    /// <summary><c>kl. 12.00–14.00</c>.</summary>
    public static string Hours(PlannedMeetingView meeting, Language language) => language == Language.En
        ? $"{meeting.StartsAt}–{meeting.EndsAt}"
        : $"kl. {Clock(meeting.StartsAt)}–{Clock(meeting.EndsAt)}";

    /// <summary><c>12.00</c>.</summary>
    public static string Clock(string time) => time.Replace(':', '.');

    /// <summary>When somebody was there: <c>12.00–13.00 og fra 13.10</c>.</summary>
    public static string Spells(IReadOnlyList<SpellView> spells, Language language) => Wording.List(
        [.. spells.Select(s => (language, s.Until) switch
        {
            (Language.En, { } until) => $"{s.From}–{until}",
            (Language.En, null) => $"from {s.From}",
            (_, { } until) => $"{Clock(s.From)}–{Clock(until)}",
            _ => $"fra {Clock(s.From)}",
        })], language);
}
