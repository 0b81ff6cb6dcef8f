namespace Governance.Api.Features.Import.Popolo;

/// <summary>What stands with an organisation that has no use for it: a mandate with a partner, an organisation number with a body.</summary>
internal static class PopoloMisplaced
{
    public static void Note(PopoloOrganizations organizations, PopoloPlan plan)
    {
        foreach (var body in organizations.Bodies)
        {
            if (body.Number is not null) Unused(body, "identifiers", "et organ har ikke noe organisasjonsnummer", "a body has no organisation number");
            OfThePartner(body);
            OfTheCluster(body);
        }
        foreach (var partner in organizations.Partners)
        {
            OfTheBody(partner);
            OfTheCluster(partner);
        }
        if (organizations.Root is not { } root) return;
        OfTheBody(root);
        OfThePartner(root);

        void OfTheBody(PopoloOrganization o)
        {
            if (o.More.Mandate is { } mandate)
                foreach (var member in MembersOf(mandate)) Unused(o, $"extra/{member}", "bare et organ har mandat", "only a body has a mandate");
            if (o.More.Rules is not null) Unused(o, "extra/rules", "bare et organ har regler for sammensetningen", "only a body has composition rules");
            if (o.More.AdvisoryTo.Count > 0) Unused(o, "extra/advisory_to", "bare et organ er rådgivende", "only a body is advisory");
        }

        void OfThePartner(PopoloOrganization o)
        {
            if (o.More.PartnerSince is not null) Unused(o, "extra/partner_since", "den er ikke partner", "it is no partner");
            if (o.More.PartnerThrough is not null) Unused(o, "extra/partner_through", "den er ikke partner", "it is no partner");
        }

        void OfTheCluster(PopoloOrganization o)
        {
            if (o.More.Strategy is not null) Unused(o, "extra/strategy", "bare klyngen har strategi", "only the cluster has a strategy");
            if (o.More.Note is not null) Unused(o, "extra/note", "bare klyngen har merknad", "only the cluster has a note");
        }

        static IEnumerable<string> MembersOf(PopoloMandate m) => ((string?[])[
            "mandate", m.From is null ? null : "mandate_from", m.Purpose is null ? null : "mandate_purpose", m.Through is null ? null : "mandate_through",
            m.Deliverable is null ? null : "mandate_deliverable", m.Due is null ? null : "mandate_due"]).OfType<string>();

        void Unused(PopoloOrganization o, string member, string nb, string en) => plan.Unused($"{o.At}/{member}", nb, en);
    }
}
