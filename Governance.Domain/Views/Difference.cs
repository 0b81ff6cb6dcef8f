using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Mandates;
using Governance.Domain.People;
using Governance.Domain.Values;

namespace Governance.Domain.Views;

/// <summary>In what a body would stand otherwise on a day, in words.</summary>
internal static class Difference
{
    /// <summary>Null where it stands the same.</summary>
    public static string? Between(Viewpoint view, DateOnly day, Cluster before, Cluster after, BodyId id)
    {
        var (was, now) = (before.LivingBody(id), after.LivingBody(id));
        if (was is null && now is null) return null;
        if (was is null) return Say("Organet finnes.", "The body exists.");
        if (now is null) return Say("Organet finnes ikke.", "The body does not exist.");
        var parts = new List<string>();
        if (Names(was) != Names(now)) parts.Add(Say($"Navnet er {Names(now)}, ikke {Names(was)}.", $"The name is {Names(now)}, not {Names(was)}."));
        if (was.Kind != now.Kind) parts.Add(Say($"Det er {Vocabulary.Of(now.Kind).Nb}, ikke {Vocabulary.Of(was.Kind).Nb}.", $"Its kind is {Vocabulary.Of(now.Kind).En}, not {Vocabulary.Of(was.Kind).En}."));
        if (was.Visibility != now.Visibility) parts.Add(Say($"Det er {Vocabulary.Of(now.Visibility).Nb}.", $"It is {Vocabulary.Of(now.Visibility).En}."));
        if (was.Parent != now.Parent) parts.Add(Place(now.Parent));
        if (!was.AdvisoryTo.SequenceEqual(now.AdvisoryTo)) parts.Add(Say("Det er rådgivende for andre.", "It is advisory to others."));
        if (!Same(was.Mandate, now.Mandate)) parts.Add(now.Mandate is null ? Say("Det har ikke mandat.", "It has no mandate.") : Say("Mandatet er endret.", "The mandate has changed."));
        if (was.Rules != now.Rules) parts.Add(Say("Reglene for sammensetningen er andre.", "The composition rules are others."));
        if (Seated(before, was) is var old && Seated(after, now) is var seated && !old.SequenceEqual(seated)) parts.Add(Seats(old.Select(s => s.Person), seated.Select(s => s.Person)));
        return parts.Count == 0 ? null : string.Join(' ', parts);

        string Say(string nb, string en) => view.Language == Language.En ? en : nb;

        string Names(Body body) => view.NameOf(body.Names.Current);

        string Place(BodyId? parent) => parent is { } above && after.Bodies.GetValueOrDefault(above) is { } body
            ? Say($"Det er under {Names(body)}.", $"It is under {Names(body)}.")
            : Say("Det er på øverste nivå.", "It is at the top level.");

        List<Sitting> Seated(Cluster state, Body body) =>
            [.. state.Seats(body, day).Select(s => new Sitting(s.Seat.Id, s.Seat.Description, s.Holder?.Person, s.Holder?.From.First, s.Holder?.TermThrough?.Last, s.Holder?.Leave))];

        string Seats(IEnumerable<PersonId?> were, IEnumerable<PersonId?> are)
        {
            var (outside, inside) = (were.Except(are).OfType<PersonId>().Select(view.NameOf).ToList(), are.Except(were).OfType<PersonId>().Select(view.NameOf).ToList());
            var (sit, gone) = (Wording.List(inside, view.Language), Wording.List(outside, view.Language));
            return (inside.Count, outside.Count) switch
            {
                (0, 0) => Say("Plasser eller perioder er endret.", "Seats or terms have changed."),
                (_, 0) => Say($"{sit} sitter i tillegg.", $"{sit} sit as well."),
                (0, _) => Say($"{gone} sitter ikke.", $"{gone} do not sit."),
                _ => Say($"{sit} sitter, og ikke {gone}.", $"{sit} sit, not {gone}."),
            };
        }
    }

    private static bool Same(Mandate? a, Mandate? b) =>
        a is null || b is null ? a is null && b is null : a.Texts.SequenceEqual(b.Texts) && (a.Version, a.From, a.ValidThrough, a.DueOn) == (b.Version, b.From, b.ValidThrough, b.DueOn);

    private sealed record Sitting(SeatId Seat, SeatDescription Description, PersonId? Person, DateOnly? From, DateOnly? Through, Leave? Leave);
}
