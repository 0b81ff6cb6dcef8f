using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Partners;

namespace Governance.Tests.Domain;

/// <summary>A state as text, with all that is in it in one order: two states are the same when their texts are.</summary>
internal static class Snapshot
{
    public static string Of(Cluster? cluster) => cluster is null ? "nothing" : string.Join('\n', Lines(cluster));

    private static IEnumerable<string> Lines(Cluster c) =>
    [
        $"cluster founded {c.Founded}, {All(c.Names)}",
        $"strategy {c.Strategy?.Title} {c.Strategy?.From}–{c.Strategy?.ValidThrough} {List(c.Strategy?.FocusAreas)} by {c.Strategy?.Decision}",
        .. c.Partners.Values.OrderBy(p => p.Id.Value).Select(Partner),
        .. c.Bodies.Values.OrderBy(b => b.Id.Value).SelectMany(Body),
        .. c.SeatBodies.OrderBy(s => s.Key.Value).Select(s => $"seat {s.Key} in {s.Value}"),
        .. c.Successions.All.Select(s => $"succession {s}"),
        .. c.Aliases.OrderBy(a => a.Key.Value).Select(a => $"person {a.Key} is {a.Value}"),
    ];

    private static string Partner(Partner p) => $"partner {p.Id} {p.Kind} {p.OrganisationNumber} {p.Admitted}–{p.Withdrawn} {All(p.Names)}";

    private static IEnumerable<string> Body(Body b) =>
    [
        $"body {b.Id} {b.Kind} {b.Visibility} {b.Established}–{b.Dissolved} '{b.DissolvedReason}' {All(b.Names)}",
        $"  under {b.Parent} advises {List(b.AdvisoryTo)} changed {b.ChangedOn} by {b.ChangedBy}",
        $"  mandate {b.MandateVersions} {b.Mandate?.Version} {b.Mandate?.From}–{b.Mandate?.ValidThrough} due {b.Mandate?.DueOn} {List(b.Mandate?.Texts)} by {b.Mandate?.Decision}, none since {b.WithoutMandateSince}",
        $"  {b.Rules}",
        .. b.Seats.Select(Seat),
        .. b.Services.OrderBy(s => s.Key.Person.Value).ThenBy(s => s.Key.Group).Select(s => $"  service {s.Key} {s.Value.Since}–{s.Value.Until} {List(s.Value.Terms.Order())}"),
    ];

    private static string Seat(Seat s) => $"  seat {s.Id} personal {s.Personal} from {s.From} free {s.FreeSince} {s.Description} {List(s.Holders)}";

    private static string All(Names names) => List(names.All.Select(n => $"{n.Name}/{n.NameEn} {n.Period.From}–{n.Period.Until}"));

    private static string List<T>(IEnumerable<T>? items) => $"[{string.Join("; ", items ?? [])}]";
}
