using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Mandates;
using Governance.Domain.Partners;

namespace Governance.Domain.Views;

/// <summary>What a day came to: its facts without the steps that others of the same day overtook, each as if it had led straight from the evening before to the evening after.</summary>
internal sealed class DayOutcome
{
    private readonly Cluster before;
    private readonly Cluster after;
    private readonly HashSet<BodyId> renewed;
    private readonly HashSet<BodyId> reseated;
    private readonly HashSet<BodyId> measured;

    private DayOutcome(Cluster before, Day day)
    {
        (this.before, after) = (before, day.After);
        var composed = day.Facts.Select(f => f.Event).OfType<CompositionEvent>().Where(e => after.LivingBody(e.Body) is not null).ToLookup(e => e.Body);
        reseated = [.. composed.Where(b => IsReconstitutedBetween(b) || b.Any(IsPassedOn)).Select(b => b.Key)];
        measured = [.. composed.Where(IsBetweenRules).Select(b => b.Key)];
        renewed = [.. day.Facts.Select(f => f.Event).OfType<BodyDissolved>().Select(e => e.Body).Where(id => after.LivingBody(id) is not null)];
    }

    private static bool IsReconstitutedBetween(IEnumerable<CompositionEvent> composed) =>
        composed.Any(e => e is BodyReconstituted) && composed.Count(e => e is not CompositionRulesSet) > 1;

    /// <summary>Whether somebody's seat was made by an appointment of the day, and is another's in the evening.</summary>
    private bool IsPassedOn(CompositionEvent composed) =>
        composed is MemberAppointed { Personal: not null } e && after.Bodies[e.Body].Seat(e.Seat) is { } seat && seat.Holders.All(h => h.Person != before.Canonical(e.Person));

    private static bool IsBetweenRules(IEnumerable<CompositionEvent> composed) =>
        composed.SkipWhile(e => e is not CompositionRulesSet).Reverse().SkipWhile(e => e is not CompositionRulesSet).Any(e => e is not CompositionRulesSet);

    /// <summary>The facts that are left, in the order of the day.</summary>
    public static IReadOnlyList<Fact> Of(Day day, Cluster before)
    {
        var outcome = new DayOutcome(before, day);
        List<Fact> told = [.. day.Facts.GroupBy(f => outcome.Aspect(f.Event)).SelectMany(steps => outcome.Net([.. steps])).Order(Fact.InTime)];
        // Who was appointed once more after the leave was granted is on leave from what the day came to.
        var seated = told.Select(f => f.Event).OfType<MemberAppointed>().Where(e => !outcome.AllCount(e)).Select(e => (e.Seat, before.Canonical(e.Person))).ToHashSet();
        return [.. told.OrderBy(f => f.Event is LeaveEvent e && seated.Contains((e.Seat, before.Canonical(e.Person))))];
    }

    /// <summary>What an event decides alone, until another of the same day decides it anew.</summary>
    private object Aspect(FactEvent told) => told switch
    {
        BodyEstablished or BodyDissolved or BodyReestablished => (((BodyEvent)told).Body, "being"),
        MandateEvent e => (e.Body, "mandate"),
        SeatCreated e => (e.Seat, "seat"),
        SeatChanged e => (e.Seat, "seat"),
        SeatAbolished e => (e.Seat, "seat"),
        LeaveEvent e => (e.Seat, before.Canonical(e.Person), "leave"),
        AppointmentEvent e => (e.Seat, before.Canonical(e.Person)),
        BodyEvent e => (e.Body, told.GetType()),
        PartnerAdmitted or PartnerWithdrawn => (((PartnerEvent)told).Partner, "being"),
        PartnerEvent e => (e.Partner, told.GetType()),
        _ => told.GetType(),
    };

    /// <summary>What the steps of one aspect came to: one fact or none, where all need not be told.</summary>
    private IReadOnlyList<Fact> Net(IReadOnlyList<Fact> steps)
    {
        if (AllCount(steps[0].Event)) return steps;
        var events = steps.Select(s => s.Event).ToList();
        var net = events[^1] switch
        {
            BodyEvent e => Net(events, e),
            PartnerEvent e => Net(events, e),
            ClusterRenamed => Same(before.Names, after.Names) ? null : new ClusterRenamed(after.Names.Current.Name, after.Names.Current.NameEn),
            var other => other,
        };
        return net switch
        {
            null => [],
            BodyEstablished or SeatCreated => [steps[0] with { Event = net }],
            _ => [steps[^1] with { Event = net }],
        };
    }

    /// <summary>Whether every step left its mark: on a body that went and came back within the day, on the seats of one that was reconstituted between others of its steps or where a seat that an appointment made was passed on, on the terms of those who were seated between two sets of rules, and where somebody took a seat over from another only to leave it.</summary>
    private bool AllCount(FactEvent first) => first switch
    {
        BodyEvent e when renewed.Contains(e.Body) => true,
        CompositionRulesSet e when measured.Contains(e.Body) => true,
        CompositionEvent e when reseated.Contains(e.Body) => true,
        MemberAppointed e => before.Bodies.GetValueOrDefault(e.Body)?.Seat(e.Seat)?.Holders is [.., var other] && other.Person != before.Canonical(e.Person)
            && after.Bodies[e.Body].Seat(e.Seat)?.Holders.Any(h => h.Person == before.Canonical(e.Person)) != true,
        _ => false,
    };

    private BodyEvent? Net(List<FactEvent> steps, BodyEvent last)
    {
        var (was, now) = (before.Bodies.GetValueOrDefault(last.Body), after.Bodies[last.Body]);
        return (was, last) switch
        {
            (not { IsLiving: true }, _) when !now.IsLiving => null,
            _ when !now.IsLiving => last as BodyDissolved,
            (null, BodyEstablished or BodyReestablished) => Established(steps.OfType<BodyEstablished>().First(), now),
            (null, BodyLifeEvent) => null,
            ({ } old, BodyReestablished e) => Reestablished(e, old, now),
            ({ IsLiving: false }, BodyRenamed or BodyReclassified) => null,
            ({ } old, BodyRenamed e) => Same(old.Names, now.Names) ? null : new BodyRenamed(e.Body, now.Names.Current.Name, now.Names.Current.NameEn),
            ({ } old, BodyReclassified e) => old.Kind == now.Kind && old.Visibility == now.Visibility ? null : new BodyReclassified(e.Body, New(old.Kind, now.Kind), New(old.Visibility, now.Visibility)),
            ({ } old, BodyMoved e) => Moved(e, old, now),
            (_, MandateEvent e) => Mandated(steps, e, was?.Mandate, now.Mandate),
            (_, CompositionRulesSet) => steps.Cast<CompositionRulesSet>().Aggregate((first, then) => then.After(first)),
            (_, CompositionEvent e) => SeatOutcome.Net(steps, e, was, now, before.Canonical),
            _ => last,
        };
    }

    private static BodyEstablished Established(BodyEstablished e, Body now) => e with
    {
        Kind = now.Kind,
        Name = now.Names.Current.Name,
        NameEn = now.Names.Current.NameEn,
        Parent = now.Parent,
        AdvisoryTo = now.AdvisoryTo,
        Visibility = now.Visibility,
    };

    private static BodyReestablished Reestablished(BodyReestablished e, Body was, Body now) => Same(was.Names, now.Names)
        ? new(e.Body, null, null, New(was.Kind, now.Kind))
        : new(e.Body, now.Names.Current.Name, now.Names.Current.NameEn, New(was.Kind, now.Kind));

    private static BodyMoved? Moved(BodyMoved e, Body was, Body now)
    {
        var (parent, advisory) = (was.Parent != now.Parent, !was.AdvisoryTo.SequenceEqual(now.AdvisoryTo));
        return parent || advisory ? new(e.Body, parent ? new(now.Parent) : default, advisory ? new(now.AdvisoryTo) : default) : null;
    }

    private static MandateEvent? Mandated(List<FactEvent> steps, MandateEvent last, Mandate? was, Mandate? now)
    {
        if (now is null) return was is null ? null : steps.OfType<MandateEvent>().LastOrDefault(e => e is MandateConcluded or MandateRepealed);
        if (was is null || now.Version != was.Version) return new MandateAdopted(last.Body, now.Points, now.Purpose, now.ValidThrough, now.Deliverable, now.DueOn);
        var (through, due) = (now.ValidThrough == was.ValidThrough ? null : now.ValidThrough, now.DueOn == was.DueOn ? null : now.DueOn);
        return through is null && due is null ? null : new MandateExtended(last.Body, through, due);
    }

    private FactEvent? Net(List<FactEvent> steps, PartnerEvent last)
    {
        var (was, now) = (before.Partners.GetValueOrDefault(last.Partner), after.Partners[last.Partner]);
        var names = now.Names.Current;
        return (was, now) switch
        {
            (null, { IsPresent: false }) => null,
            (_, { IsPresent: false }) => last as PartnerWithdrawn,
            (null, _) => steps.OfType<PartnerAdmitted>().LastOrDefault() is { } admitted ? admitted with { Name = names.Name, NameEn = names.NameEn } : null,
            _ => Same(was.Names, now.Names) ? null : new PartnerRenamed(last.Partner, names.Name, names.NameEn),
        };
    }

    private static bool Same(Names a, Names b) => a.Current.Name.Text == b.Current.Name.Text && a.Current.NameEn?.Text == b.Current.NameEn?.Text;

    private static T? New<T>(T was, T now) where T : struct, Enum => was.Equals(now) ? null : now;
}
