using System.Diagnostics;
using Governance.Domain.Clusters;
using Governance.Domain.Mandates;

namespace Governance.Domain.Views;

/// <summary>A mandate's life in sentences.</summary>
internal static class MandateSentences
{
    public static string Of(SentenceContext t, MandateEvent change)
    {
        var name = t.Body(change.Body);
        return change switch
        {
            MandateAdopted e => Adopted(t, name, e),
            MandateExtended e => Extended(t, name, e),
            MandateConcluded => t.Say($"{name} {t.Verb("fullførte", "fullfører", "", "")} mandatet sitt.", $"{name} {t.Verb("", "", "completed", "will complete")} its mandate."),
            MandateRepealed => t.Say($"Mandatet til {name} {t.Became} opphevet.", $"The mandate of {name} {t.Became} repealed."),
            _ => throw new UnreachableException($"No sentence for {change.GetType().Name}."),
        };
    }

    private static string Adopted(SentenceContext t, string name, MandateAdopted e)
    {
        var first = t.Was(e.Body) is not { MandateVersions: > 0 };
        var through = e.ValidThrough is { } last ? t.Say($" til og med {t.Date(last)}", $" through {t.Date(last)}") : "";
        var due = e.DueOn is { } day ? t.Say($", med frist {t.Date(day)}", $", with a deliverable due {t.Date(day)}") : "";
        return t.Say($"{name} {t.Got} {(first ? "" : "nytt ")}mandat{through}{due}.", $"{name} {t.Became} given a {(first ? "" : "new ")}mandate{through}{due}.");
    }

    private static string Extended(SentenceContext t, string name, MandateExtended e)
    {
        var longer = t.Was(e.Body)?.Mandate?.ValidThrough?.Last < e.ValidThrough?.Last;
        var due = e.DueOn is { } day ? t.Date(day) : null;
        if (e.ValidThrough is not { } last) return t.Say($"Fristen i mandatet til {name} {t.Became} flyttet til {due}.", $"The deadline in the mandate of {name} {t.Became} moved to {due}.");
        var until = t.Date(last);
        var with = due is null ? "" : t.Say($", med frist {due}", $", with a deliverable due {due}");
        return longer
            ? t.Say($"Mandatet til {name} {t.Became} forlenget til og med {until}{with}.", $"The mandate of {name} {t.Became} extended through {until}{with}.")
            : t.Say($"Mandatet til {name} gjelder {t.Verb("nå", "da", "", "")} til og med {until}{with}.", $"The mandate of {name} {t.Verb("", "", "now runs", "will run")} through {until}{with}.");
    }

    /// <summary>What the mandate was before, and is after.</summary>
    public static BeforeAfter Sides(SentenceContext t, MandateEvent change, Mandate? was, Mandate? now) => change is MandateExtended e
        ? new(Dates(t, e, was), Dates(t, e, now))
        : new(Version(t, was), Version(t, now));

    private static string? Dates(SentenceContext t, MandateExtended e, Mandate? mandate) =>
        (e.ValidThrough is null ? mandate?.DueOn : mandate?.ValidThrough) is { } date ? t.Date(date) : null;

    private static string? Version(SentenceContext t, Mandate? mandate) => mandate is null ? null : t.Say($"versjon {mandate.Version}", $"version {mandate.Version}");
}
