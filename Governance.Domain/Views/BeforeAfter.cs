using System.Diagnostics;
using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Mandates;
using Governance.Domain.Partners;

namespace Governance.Domain.Views;

/// <summary>What something was before a fact and what it is after it, in a few words; absent where there was or is nothing.</summary>
internal readonly record struct BeforeAfter(string? Before, string? After)
{
    public static BeforeAfter Of(Telling t, FactEvent told, Cluster after) => told switch
    {
        BodyEvent e => Of(t, e, t.Was(e.Body), after.Bodies[e.Body]),
        PartnerAdmitted e => new(null, t.Name(e.Name, e.NameEn)),
        PartnerRenamed e => new(t.Partner(e.Partner), t.Name(e.Name, e.NameEn)),
        PartnerWithdrawn e => new(t.Partner(e.Partner), null),
        ClusterRenamed e => new(t.View.NameOf(t.Before.Names.Current), t.Name(e.Name, e.NameEn)),
        StrategyAdopted e => new(t.Before.Strategy?.Title, e.Title),
        _ => throw new UnreachableException($"{told.GetType().Name} leads from nothing to nothing."),
    };

    private static BeforeAfter Of(Telling t, BodyEvent change, Body? was, Body now) => change switch
    {
        BodyEstablished e => new(null, t.Name(e.Name, e.NameEn)),
        BodyRenamed e => new(was is null ? null : t.View.NameOf(was.Names.Current), t.Name(e.Name, e.NameEn)),
        BodyReclassified e => new(Classes(t, e, was), Classes(t, e, now)),
        BodyMoved e => new(Place(t, e, was), Place(t, e, now)),
        BodyDissolved => new(t.Body(change.Body), null),
        BodyReestablished => new(null, t.View.NameOf(now.Names.Current)),
        MandateExtended e => new(Dates(t, e, was?.Mandate), Dates(t, e, now.Mandate)),
        MandateEvent => new(Version(t, was?.Mandate), Version(t, now.Mandate)),
        SeatCreated e => new(null, Seat(t, now.Seat(e.Seat))),
        SeatChanged e => new(Seat(t, was?.Seat(e.Seat)), Seat(t, now.Seat(e.Seat))),
        SeatAbolished e => new(Seat(t, was?.Seat(e.Seat)), null),
        MemberAppointed e => new(Holder(t, was?.Seat(e.Seat)), t.Person(e.Person)),
        AppointmentExtended e => new(Term(t, was?.Seat(e.Seat)), t.Date(e.TermThrough)),
        AppointmentEnded e => new(t.Person(e.Person), null),
        LeaveGranted e => new(null, e.Substitute is { } other ? t.Person(other) : null),
        LeaveEnded => default,
        BodyReconstituted => new(Seats(t, was), Seats(t, now)),
        CompositionRulesSet => default,
        _ => throw new UnreachableException($"{change.GetType().Name} leads from nothing to nothing."),
    };

    private static string? Classes(Telling t, BodyReclassified e, Body? body) => body is null ? null : string.Join(", ", ((string?[])[
        e.Kind is null ? null : Vocabulary.Of(body.Kind).In(t.Language),
        e.Visibility is null ? null : Vocabulary.Of(body.Visibility).In(t.Language)]).OfType<string>());

    private static string? Place(Telling t, BodyMoved e, Body? body)
    {
        var parts = new List<string>();
        if (e.Parent.IsGiven && body?.Parent is { } parent && t.Sees(parent)) parts.Add(t.Body(parent));
        if (e.AdvisoryTo.IsGiven && t.Bodies(body?.AdvisoryTo ?? []) is [_, ..] advised) parts.Add(t.Say("rådgivende for ", "advisory to ") + t.List(advised));
        return parts.Count == 0 ? null : string.Join(", ", parts);
    }

    private static string? Dates(Telling t, MandateExtended e, Mandate? mandate) =>
        (e.ValidThrough is null ? mandate?.DueOn : mandate?.ValidThrough) is { } date ? t.Date(date) : null;

    private static string? Version(Telling t, Mandate? mandate) => mandate is null ? null : t.Say($"versjon {mandate.Version}", $"version {mandate.Version}");

    private static string? Seat(Telling t, Seat? seat) => seat is null ? null : SeatSentences.Place(t, seat.Description);

    private static string? Holder(Telling t, Seat? seat) => seat?.Holders is [.., var last] ? t.Person(last.Person) : null;

    private static string? Term(Telling t, Seat? seat) => seat?.Holders is [.., { TermThrough: { } last }] ? t.Date(last) : null;

    private static string? Seats(Telling t, Body? body) =>
        body is { Seats: { IsEmpty: false } seats } ? Wording.Count(seats.Count, new("plass", "seat"), new("plasser", "seats"), t.Language) : null;
}
