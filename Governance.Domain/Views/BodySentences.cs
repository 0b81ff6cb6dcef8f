using System.Diagnostics;
using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Values;

namespace Governance.Domain.Views;

/// <summary>A body's own life in sentences.</summary>
internal static class BodySentences
{
    public static string Of(Telling t, BodyLifeEvent change) => change switch
    {
        BodyEstablished e => Established(t, e),
        BodyRenamed e => Renamed(t.View, t.Was(e.Body)?.Names.Current, t.Body(e.Body), e.Name, e.NameEn),
        BodyReclassified e => Reclassified(t, e),
        BodyMoved e => Moved(t, e),
        BodyDissolved e => Dissolved(t, e),
        BodyReestablished e => Reestablished(t, e),
        _ => throw new UnreachableException($"No sentence for {change.GetType().Name}."),
    };

    /// <summary>Other names for a body, a partner or the cluster; says which language's name is new where the one shown is not.</summary>
    public static string Renamed(Viewpoint view, NamePeriod? was, string shown, Name name, Name? nameEn)
    {
        var now = view.NameOf(name, nameEn);
        if (now != shown) return view.Say($"{shown} fikk navnet {now}.", $"{shown} was renamed {now}.");
        if (was is not null && was.Name.Text != name.Text) return view.Say($"{shown} fikk navnet {name}.", $"{shown} took the Norwegian name {name}.");
        if (was?.NameEn?.Text == nameEn?.Text) return view.Say($"{shown} beholdt navnet sitt.", $"{shown} kept its name.");
        return nameEn is null
            ? view.Say($"{shown} har ikke lenger noe eget engelsk navn.", $"{shown} no longer has an English name of its own.")
            : view.Say($"{shown} fikk det engelske navnet {nameEn}.", $"{shown} took the English name {nameEn}.");
    }

    private static string Established(Telling t, BodyEstablished e)
    {
        var name = t.Name(e.Name, e.NameEn);
        var kind = e.Kind == BodyKind.Other ? "" : t.Say($" som {Kind(t.View, e.Kind)}", $" as {Kind(t.View, e.Kind)}");
        var under = e.Parent is { } parent && t.Sees(parent) ? $" under {t.Body(parent)}" : "";
        var advises = t.Bodies(e.AdvisoryTo) is [_, ..] advised ? t.Say($", rådgivende for {t.List(advised)}", $", advisory to {t.List(advised)}") : "";
        var after = t.Bodies(e.Succeeds) is [_, ..] before ? t.Say($", og tok over etter {t.List(before)}", $", taking over from {t.List(before)}") : "";
        return t.Say($"{name} ble opprettet{kind}{under}{advises}{after}.", $"{name} was established{kind}{under}{advises}{after}.");
    }

    private static string Reclassified(Telling t, BodyReclassified e)
    {
        List<string> clauses = [];
        if (e.Kind is { } kind) clauses.Add(t.Say($"ble gjort om til {Kind(t.View, kind)}", $"became {Kind(t.View, kind)}"));
        if (e.Visibility is { } visibility)
            clauses.Add(visibility == Visibility.Public ? t.Say("vises nå offentlig", "is now shown publicly") : t.Say("vises ikke lenger offentlig", "is no longer shown publicly"));
        return $"{t.Body(e.Body)} {t.List(clauses)}.";
    }

    private static string Moved(Telling t, BodyMoved e)
    {
        List<string> clauses = [];
        if (e.Parent is { IsGiven: true, Value: null }) clauses.Add(t.Say("ble lagt på øverste nivå", "was moved to the top level"));
        if (e.Parent.Value is { } parent && t.Sees(parent)) clauses.Add(t.Say($"ble lagt under {t.Body(parent)}", $"was placed under {t.Body(parent)}"));
        if (e.AdvisoryTo is { IsGiven: true, Value: var advised })
        {
            if (t.Bodies(advised ?? []) is [_, ..] now) clauses.Add(t.Say($"er rådgivende for {t.List(now)}", $"is advisory to {t.List(now)}"));
            else if (t.Bodies(t.Was(e.Body)?.AdvisoryTo ?? []) is [_, ..] was) clauses.Add(t.Say($"er ikke lenger rådgivende for {t.List(was)}", $"is no longer advisory to {t.List(was)}"));
        }
        if (clauses.Count == 0) clauses.Add(t.Say("beholdt plassen sin", "kept its place"));
        return $"{t.Body(e.Body)} {t.List(clauses)}.";
    }

    private static string Dissolved(Telling t, BodyDissolved e)
    {
        var name = t.Body(e.Body);
        return t.Bodies(e.SucceededBy) is [_, ..] successors
            ? t.Say($"{name} ble lagt ned, og {t.List(successors)} tok over.", $"{name} was dissolved, and {t.List(successors)} took over.")
            : t.Say($"{name} ble lagt ned.", $"{name} was dissolved.");
    }

    private static string Reestablished(Telling t, BodyReestablished e)
    {
        var was = t.Body(e.Body);
        var kind = e.Kind is { } k and not BodyKind.Other ? t.Say($" som {Kind(t.View, k)}", $" as {Kind(t.View, k)}") : "";
        var name = e.Name is { } given && t.Name(given, e.NameEn) is var now && now != was ? t.Say($" under navnet {now}", $" under the name {now}") : "";
        return t.Say($"{was} ble gjenopprettet{kind}{name}.", $"{was} was re-established{kind}{name}.");
    }

    /// <summary>A kind as somebody is called one.</summary>
    public static string Kind(Viewpoint view, BodyKind kind) => kind == BodyKind.Other
        ? view.Say("et annet slags organ", "another kind of body")
        : view.Say(Vocabulary.Of(kind).Nb, $"a {Vocabulary.Of(kind).En}");
}
