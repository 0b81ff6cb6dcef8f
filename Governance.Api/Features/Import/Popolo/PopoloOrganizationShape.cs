using Governance.Api.Http.Binding;
using Governance.Domain.Values;

namespace Governance.Api.Features.Import.Popolo;

/// <summary>How an organisation stands in a document.</summary>
internal static class PopoloOrganizationShape
{
    private static readonly Name Nameless = Name.Of("?");

    /// <param name="isOurs">Whether our own export wrote it: its sources are the motions.</param>
    public static PopoloOrganization Read(PopoloRecord o, bool isOurs)
    {
        if (isOurs) o.Skip("sources");
        return new(
            o.Pointer, o.Needed("id"), Named(o), o.Text("classification"), o.Text("parent_id"), o.Uncertain("founding_date"), o.Uncertain("dissolution_date"),
            [.. o.List("other_names").Select(n => new PopoloName(n.Pointer, Named(n), n.Object("extra").Name("name_en"), n.Uncertain("start_date"), n.Uncertain("end_date")))],
            Number(o.List("identifiers")), More(o.Object("extra")));
    }

    /// <summary>A name, which must be there.</summary>
    public static Name Named(PopoloRecord named)
    {
        if (named.Name("name") is { } name) return name;
        named.Needed("name");
        return Nameless;
    }

    /// <summary>The organisation number; identifiers of other schemes are left unasked.</summary>
    private static string? Number(IReadOnlyList<PopoloRecord> identifiers)
    {
        foreach (var other in identifiers.Where(i => i.Text("scheme") is not "NO-BRC")) other.Pass();
        return identifiers.Where(i => i.Text("scheme") is "NO-BRC").Select(i => i.Text("identifier")).FirstOrDefault();
    }

    private static PopoloMore More(PopoloRecord extra) => new(
        extra.Name("name_en"), extra.Word<Visibility>("visibility"), extra.Lines("advisory_to"), Mandate(extra), extra.Read<PopoloRules>("rules"), extra.Uncertain("partner_since"),
        extra.Uncertain("partner_through"), extra.Read<ZoneName>("time_zone"), extra.Text("note"), Strategy(extra.Object("strategy")));

    private static PopoloMandate? Mandate(PopoloRecord extra)
    {
        extra.Skip("mandate_id");
        return extra.Lines("mandate") is not { Count: > 0 } points ? null
            : new(points, extra.Uncertain("mandate_from"), extra.Text("mandate_purpose"), extra.Date("mandate_through"), extra.Text("mandate_deliverable"), extra.Date("mandate_due"));
    }

    private static PopoloStrategy? Strategy(PopoloRecord strategy) =>
        strategy.Text("title") is { } title ? new(title, strategy.Lines("focus_areas"), strategy.Uncertain("valid_from"), strategy.Date("valid_through")) : null;
}
