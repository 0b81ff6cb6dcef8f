namespace Governance.Api.Features.Import.Popolo;

/// <summary>How a person stands in a document.</summary>
internal static class PopoloPersonShape
{
    public static PopoloPerson Read(PopoloRecord p)
    {
        var (extra, identifiers) = (p.Object("extra"), p.List("identifiers"));
        foreach (var unnamed in identifiers.Where(i => i.Text("scheme") is null || i.Text("identifier") is null)) unnamed.Pass();
        return new(
            p.Pointer, p.Needed("id"), PopoloOrganizationShape.Named(p), p.Text("email"), p.Text("gender"),
            [.. identifiers.Select(i => (i.Text("scheme"), i.Text("identifier"))).Where(i => i is { Item1: not null, Item2: not null }).Select(i => (i.Item1!, i.Item2!))],
            p.Date("death_date"), extra.Truth("unlisted") ?? false,
            [.. extra.List("occupations").Select(o => new PopoloOccupation(o.Date("start_date"), o.Text("title"), o.Text("organization")))],
            [.. p.List("other_names").Where(n => n.Name("name") is not null).Select(n => n.Text("name")!)]);
    }
}
