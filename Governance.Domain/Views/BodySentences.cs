using System.Diagnostics;
using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Values;

namespace Governance.Domain.Views;

/// <summary>A body's own life in sentences.</summary>
internal static class BodySentences
{
    public static string Of(SentenceContext t, BodyLifeEvent change) => change switch
    {
        BodyEstablished e => Established(t, e),
        BodyRenamed e => Renamed(t.View, t.Was(e.Body)?.Names.Current, t.Body(e.Body), e.Name, e.NameEn, t.IsToCome),
        BodyReclassified e => Reclassified(t, e),
        BodyMoved e => Moved(t, e),
        BodyDissolved e => Dissolved(t, e),
        BodyReestablished e => Reestablished(t, e),
        _ => throw new UnreachableException($"No sentence for {change.GetType().Name}."),
    };

    /// <summary>Other names for a body, a partner or the cluster; says which language's name is new where the one shown is not.</summary>
    public static string Renamed(Viewpoint view, NamePeriod? was, string shown, Name name, Name? nameEn, bool isToCome = false)
    {
        var now = view.NameOf(name, nameEn);
        var (got, took) = isToCome ? ("får", "will take") : ("fikk", "took");
        if (now != shown) return view.Say($"{shown} {got} navnet {now}.", $"{shown} {(isToCome ? "will be" : "was")} renamed {now}.");
        if (was is not null && was.Name.Text != name.Text) return view.Say($"{shown} {got} navnet {name}.", $"{shown} {took} the Norwegian name {name}.");
        if (was?.NameEn?.Text == nameEn?.Text) return view.Say($"{shown} {(isToCome ? "beholder" : "beholdt")} navnet sitt.", $"{shown} {(isToCome ? "will keep" : "kept")} its name.");
        return nameEn is null
            ? view.Say($"{shown} har {(isToCome ? "da " : "")}ikke lenger noe eget engelsk navn.", $"{shown} {(isToCome ? "will no longer have" : "no longer has")} an English name of its own.")
            : view.Say($"{shown} {got} det engelske navnet {nameEn}.", $"{shown} {took} the English name {nameEn}.");
    }

    private static string Established(SentenceContext t, BodyEstablished e)
    {
        var name = t.Name(e.Name, e.NameEn);
        var kind = e.Kind == BodyKind.Other ? "" : t.Say($" som {Kind(t.View, e.Kind)}", $" as {Kind(t.View, e.Kind)}");
        var under = e.Parent is { } parent && t.Sees(parent) ? $" under {t.Body(parent)}" : "";
        var advises = t.Bodies(e.AdvisoryTo) is [_, ..] advised ? t.Say($", rådgivende for {t.List(advised)}", $", advisory to {t.List(advised)}") : "";
        var after = t.Bodies(e.Succeeds) is [_, ..] before ? t.Say($", og {t.Verb("tok", "tar", "", "")} over etter {t.List(before)}", $", taking over from {t.List(before)}") : "";
        return t.Say($"{name} {t.Became} opprettet{kind}{under}{advises}{after}.", $"{name} {t.Became} established{kind}{under}{advises}{after}.");
    }

    private static string Reclassified(SentenceContext t, BodyReclassified e)
    {
        List<string> clauses = [];
        if (e.Kind is { } kind)
        {
            var was = t.Was(e.Body) is { } before && before.Kind != kind && before.Kind != BodyKind.Other ? t.Say($" fra {Kind(t.View, before.Kind)}", $" from {Kind(t.View, before.Kind)}") : "";
            clauses.Add(t.Say($"{t.Became} gjort om{was} til {Kind(t.View, kind)}", $"{t.Became} turned{was} into {Kind(t.View, kind)}"));
        }
        if (e.Visibility is { } visibility)
            clauses.Add(visibility == Visibility.Public ? t.Verb("vises nå offentlig", "vises da offentlig", "is now shown publicly", "will be shown publicly") : t.Verb("vises ikke lenger offentlig", "vises da ikke lenger offentlig", "is no longer shown publicly", "will no longer be shown publicly"));
        return $"{t.BodyWithLater(e.Body)} {t.List(clauses)}.";
    }

    private static string Moved(SentenceContext t, BodyMoved e)
    {
        List<string> clauses = [];
        if (e.Parent is { IsGiven: true, Value: null }) clauses.Add(t.Became + t.Say(" lagt på øverste nivå", " moved to the top level"));
        if (e.Parent.Value is { } parent && t.Sees(parent)) clauses.Add(t.Became + t.Say($" lagt under {t.Body(parent)}", $" placed under {t.Body(parent)}"));
        if (e.AdvisoryTo is { IsGiven: true, Value: var advised })
        {
            if (t.Bodies(advised ?? []) is [_, ..] now) clauses.Add(t.Verb("er", "blir", "is", "will be") + t.Say($" rådgivende for {t.List(now)}", $" advisory to {t.List(now)}"));
            else if (t.Bodies(t.Was(e.Body)?.AdvisoryTo ?? []) is [_, ..] was) clauses.Add(t.Verb("er ikke lenger", "er da ikke lenger", "is no longer", "will no longer be") + t.Say($" rådgivende for {t.List(was)}", $" advisory to {t.List(was)}"));
        }
        if (clauses.Count == 0) clauses.Add(t.Verb("beholdt plassen sin", "beholder plassen sin", "kept its place", "will keep its place"));
        return $"{t.Body(e.Body)} {t.List(clauses)}.";
    }

    private static string Dissolved(SentenceContext t, BodyDissolved e)
    {
        var name = t.Body(e.Body);
        return t.Bodies(e.SucceededBy) is [_, ..] successors
            ? t.Say($"{name} {t.Became} lagt ned, og {t.List(successors)} {t.Verb("tok", "tar", "", "")} over.", $"{name} {t.Became} dissolved, and {t.List(successors)} {t.Verb("", "", "took", "will take")} over.")
            : t.Say($"{name} {t.Became} lagt ned.", $"{name} {t.Became} dissolved.");
    }

    private static string Reestablished(SentenceContext t, BodyReestablished e)
    {
        var was = t.Body(e.Body);
        var kind = e.Kind is { } k and not BodyKind.Other ? t.Say($" som {Kind(t.View, k)}", $" as {Kind(t.View, k)}") : "";
        var name = e.Name is { } given && t.Name(given, e.NameEn) is var now && now != was ? t.Say($" under navnet {now}", $" under the name {now}") : "";
        return t.Say($"{was} {t.Became} gjenopprettet{kind}{name}.", $"{was} {t.Became} re-established{kind}{name}.");
    }

    /// <summary>A kind as somebody is called one.</summary>
    public static string Kind(Viewpoint view, BodyKind kind) => kind == BodyKind.Other
        ? view.Say("et annet slags organ", "another kind of body")
        : view.Say(Vocabulary.Of(kind).Nb, $"a {Vocabulary.Of(kind).En}");

    /// <summary>What the body was before, and is after.</summary>
    public static BeforeAfter Sides(SentenceContext t, BodyLifeEvent change, Body? was, Body now) => change switch
    {
        BodyEstablished e => new(null, t.Name(e.Name, e.NameEn)),
        BodyRenamed e => new(was is null ? null : t.View.NameOf(was.Names.Current), t.Name(e.Name, e.NameEn)),
        BodyReclassified e => new(Classes(t, e, was), Classes(t, e, now)),
        BodyMoved e => new(Place(t, e, was), Place(t, e, now)),
        BodyDissolved => new(t.Body(change.Body), null),
        BodyReestablished => new(null, t.View.NameOf(now.Names.Current)),
        _ => throw new UnreachableException($"{change.GetType().Name} leads from nothing to nothing."),
    };

    private static string? Classes(SentenceContext t, BodyReclassified e, Body? body) => body is null ? null : string.Join(", ", ((string?[])[
        e.Kind is null ? null : Vocabulary.Of(body.Kind).In(t.Language),
        e.Visibility is null ? null : Vocabulary.Of(body.Visibility).In(t.Language)]).OfType<string>());

    private static string? Place(SentenceContext t, BodyMoved e, Body? body)
    {
        var parts = new List<string>();
        if (e.Parent.IsGiven && body?.Parent is { } parent && t.Sees(parent)) parts.Add(t.Body(parent));
        if (e.AdvisoryTo.IsGiven && t.Bodies(body?.AdvisoryTo ?? []) is [_, ..] advised) parts.Add(t.Say("rådgivende for ", "advisory to ") + t.List(advised));
        return parts.Count == 0 ? null : string.Join(", ", parts);
    }
}
