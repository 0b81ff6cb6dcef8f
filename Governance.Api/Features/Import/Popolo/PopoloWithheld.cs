namespace Governance.Api.Features.Import.Popolo;

/// <summary>What one of our own exports says that it withholds, so that nobody takes what is lacking for what is not.</summary>
internal static class PopoloWithheld
{
    /// <summary>A seat of which it is told that somebody holds it, and not who.</summary>
    private static readonly string[] held = ["filled", "term-ends-soon", "carry-over"];

    public static void Note(PopoloDocument document, PopoloPlan plan)
    {
        if (document.IsWithheld) plan.Note("/meta/withheld", "Dokumentet er laget for dem som ikke ser det interne: interne organer og vedtak, og navn som ikke vises, er ikke med, og heller ikke hva hvert vedtak endret.", "The document is made for those who do not see what is internal: internal bodies and decisions, and names that are not shown, are left out, and so is what each decision changed.");
        var told = document.Memberships.Select(m => m.Post).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var post in document.Posts.Where(p => p.Status is { } status && held.Contains(status) && p.HeldByOrganisation != true && !told.Contains(p.Id)))
            plan.Note(post.At, "Plassen er besatt, men dokumentet sier ikke av hvem; den står som ledig til noen er oppnevnt.", "The seat is held, but the document does not say by whom; it stands as vacant until somebody is appointed.");
    }
}
