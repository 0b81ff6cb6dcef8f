using Governance.Domain.Bodies;
using Governance.Domain.Composition;
using Governance.Domain.Values;

namespace Governance.Domain.Views;

/// <summary>Two viewpoints beside each other, and how the bodies and the cluster itself differ between them.</summary>
internal sealed class Sides
{
    private readonly Dictionary<BodyId, BodyOnDay> was;
    private readonly Dictionary<BodyId, BodyOnDay> now;

    public Sides(Viewpoint from, Viewpoint to)
    {
        (From, To) = (from, to);
        (was, now) = (Bodies(from), Bodies(to));
        Both = [.. now.Values.Where(b => was.ContainsKey(b.Id)).Select(b => (was[b.Id], b))];
    }

    public Viewpoint From { get; }

    public Viewpoint To { get; }

    /// <summary>The bodies that are there on both sides, in the second one's order.</summary>
    public IReadOnlyList<(BodyOnDay Was, BodyOnDay Now)> Both { get; }

    public IReadOnlyList<BodyAlone> Added => [.. now.Values.Where(b => !was.ContainsKey(b.Id)).Select(b => new BodyAlone(b, To.Say(
        $"{Text(b)} kom til som {Kind(b.Kind)}{Under(b)}.", $"{Text(b)} was added as {Kind(b.Kind)}{Under(b)}.")))];

    public IReadOnlyList<BodyAlone> Gone => [.. was.Values.Where(b => !now.ContainsKey(b.Id)).Select(b => new BodyAlone(b, To.Say($"{Text(b)} er borte.", $"{Text(b)} is gone.")))];

    public IReadOnlyList<BodyChange<NamePair>> Renamed => [.. Both.Where(b => !NamePair.Of(b.Was).Same(NamePair.Of(b.Now)) || !b.Was.FormerNames.SequenceEqual(b.Now.FormerNames)).Select(b => new BodyChange<NamePair>(
        To.Link(b.Now), NamePair.Of(b.Was), NamePair.Of(b.Now), NamePair.Of(b.Was).Same(NamePair.Of(b.Now))
            ? To.Say($"{Text(b.Now)} har i mellomtiden hatt et annet navn.", $"{Text(b.Now)} has borne another name meanwhile.")
            : RenamedTo(NamePair.Of(b.Was), NamePair.Of(b.Now))))];

    public IReadOnlyList<BodyChange<BodyKind>> KindChanged => Changed(b => b.Kind, (a, b) => a == b, (_, b, before, after) => To.Say(
        $"{Title(b)} er nå {Kind(after)}, før {Kind(before)}.", $"{Title(b)} is now {Kind(after)}, formerly {Kind(before)}."));

    public IReadOnlyList<BodyChange<Visibility>> VisibilityChanged => Changed(b => b.Visibility, (a, b) => a == b, (_, b, _, after) => To.Say(
        $"{Title(b)} er nå {Vocabulary.Of(after).Nb}.", $"{Title(b)} is now {Vocabulary.Of(after).En}."));

    public IReadOnlyList<BodyChange<BodyPlace>> Moved =>
        [.. Both.Where(b => b.Was.Parent != b.Now.Parent || !b.Was.AdvisoryTo.SequenceEqual(b.Now.AdvisoryTo)).Select(b => Move(b.Was, b.Now))];

    /// <summary>Other rules of composition.</summary>
    public IReadOnlyList<BodyChange<CompositionRules>> Rules => Changed(
        b => b.CompositionRules ?? CompositionRules.Default, (a, b) => a == b, (_, b, before, after) => SeatSentences.Rules(CompositionRulesSet.Between(b.Id, before, after), To.Language) is var rules
            ? To.Say($"Reglene for sammensetningen av {Title(b)} ble endret: {rules}.", $"The composition rules of {Title(b)} were changed: {rules}.") : "");

    public Renaming? ClusterRenamed => (From.State?.Names.Current, To.State?.Names.Current) is ({ } before, { } after) && new NamePair(before.Name, before.NameEn) is var a && new NamePair(after.Name, after.NameEn) is var b && !a.Same(b)
        ? new(a, b, RenamedTo(a, b))
        : null;

    public StrategyChange? Strategy
    {
        get
        {
            var (before, after) = (StrategyOnDay.Of(From), StrategyOnDay.Of(To));
            if (before?.Title == after?.Title && before?.ValidFrom == after?.ValidFrom && before?.ValidThrough == after?.ValidThrough && (before?.FocusAreas ?? []).SequenceEqual(after?.FocusAreas ?? [])) return null;
            return new(before, after, after is null
                ? To.Say($"Strategien «{before!.Title}» gjelder ikke lenger.", $"The strategy “{before.Title}” is no longer in force.")
                : To.Say($"Strategien «{after.Title}» gjelder{Areas(after)}.", $"The strategy “{after.Title}” is in force{Areas(after)}."));
        }
    }

    public IReadOnlyList<MandateChange> Mandates(TextDiff diff) => [.. Both.Where(b => !Same(b.Was.Mandate, b.Now.Mandate)).Select(b => new MandateChange(
        To.Link(b.Now), b.Was.Mandate, b.Now.Mandate, diff(TextOf(b.Was.Mandate), TextOf(b.Now.Mandate)), Mandated(b.Now, b.Was.Mandate, b.Now.Mandate)))];

    /// <summary>A body by its second name, with the first one where it was another.</summary>
    public string Title(BodyOnDay body) => was.GetValueOrDefault(body.Id) is { } before && Text(before) != Text(body) ? To.Say($"{Text(body)} (tidligere {Text(before)})", $"{Text(body)} (formerly {Text(before)})") : Text(body);

    private static Dictionary<BodyId, BodyOnDay> Bodies(Viewpoint view)
    {
        if (view.State is not { } state) return [];
        var lastDay = Tenures.LastDays(view.History, view.AsOf, _ => true);
        return BodyOnDay.ParentsFirst(view, state).ToDictionary(b => b.Id, b => BodyOnDay.Of(view, state, b, lastDay));
    }

    private List<BodyChange<T>> Changed<T>(Func<BodyOnDay, T> of, Func<T, T, bool> same, Func<BodyOnDay, BodyOnDay, T, T, string> sentence) =>
        [.. Both.Where(b => !same(of(b.Was), of(b.Now))).Select(b => new BodyChange<T>(To.Link(b.Now), of(b.Was), of(b.Now), sentence(b.Was, b.Now, of(b.Was), of(b.Now))))];

    private BodyChange<BodyPlace> Move(BodyOnDay before, BodyOnDay after)
    {
        var (old, place) = (PlaceOf(From, was, before), PlaceOf(To, now, after));
        List<string> clauses = [];
        if (before.Parent != after.Parent)
            clauses.Add(place.Parent is { } parent ? To.Say($"ligger nå under {parent.Name}", $"is now under {parent.Name}") : To.Say("ligger nå på øverste nivå", "is now at the top level"));
        if (!before.AdvisoryTo.SequenceEqual(after.AdvisoryTo))
            clauses.Add(place.AdvisoryTo.Count > 0
                ? To.Say("er nå rådgivende for ", "is now advisory to ") + Wording.List([.. place.AdvisoryTo.Select(b => b.Name)], To.Language)
                : To.Say("er ikke lenger rådgivende for andre", "is no longer advisory to others"));
        return new(To.Link(after), old, place, $"{Title(after)} {Wording.List(clauses, To.Language)}.");
    }

    private static BodyPlace PlaceOf(Viewpoint view, Dictionary<BodyId, BodyOnDay> bodies, BodyOnDay body) =>
        new(body.Parent is { } parent ? view.Link(bodies[parent]) : null, [.. body.AdvisoryTo.Select(id => view.Link(bodies[id]))]);

    private string RenamedTo(NamePair before, NamePair after) =>
        BodySentences.Renamed(To, new(before.Name, before.NameEn, default), To.NameOf(before.Name, before.NameEn), after.Name, after.NameEn);

    private string Mandated(BodyOnDay body, MandateOnDay? before, MandateOnDay? after) => (before, after) switch
    {
        (_, null) => To.Say($"{Title(body)} har ikke lenger mandat.", $"{Title(body)} no longer has a mandate."),
        (null, _) => To.Say($"{Title(body)} fikk mandat.", $"{Title(body)} was given a mandate."),
        _ when before.Version != after.Version => To.Say($"{Title(body)} fikk nytt mandat.", $"{Title(body)} was given a new mandate."),
        _ => To.Say($"Mandatet til {Title(body)} ble endret.", $"The mandate of {Title(body)} was changed."),
    };

    private static bool Same(MandateOnDay? a, MandateOnDay? b) =>
        a is null || b is null ? a is null && b is null : TextOf(a) == TextOf(b) && (a.Version, a.ValidFrom, a.ValidThrough, a.DueOn) == (b.Version, b.ValidFrom, b.ValidThrough, b.DueOn);

    private static string TextOf(MandateOnDay? mandate) => mandate is null ? "" : string.Join('\n', ((string?[])[mandate.Purpose, .. mandate.Points, mandate.Deliverable]).OfType<string>());

    private string Kind(BodyKind kind) => BodySentences.Kind(To, kind);

    private string Under(BodyOnDay body) => body.Parent is { } parent ? $" under {Text(now[parent])}" : "";

    private string Areas(StrategyOnDay strategy) => strategy.FocusAreas.Count == 0 ? "" : To.Say(", med satsingsområdene ", ", with the focus areas ") + Wording.List(strategy.FocusAreas, To.Language);

    private string Text(BodyOnDay body) => To.NameOf(body.Name, body.NameEn);
}
