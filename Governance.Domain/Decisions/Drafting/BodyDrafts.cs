using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Mandates;
using Governance.Domain.Partners;
using Governance.Domain.Values;

namespace Governance.Domain.Decisions.Drafting;

/// <summary>The events that changes to bodies, mandates, partners and the cluster itself come to; null where one cannot be read.</summary>
internal static class BodyDrafts
{
    /// <summary>The id of a body that the decision brings back, which its other changes can name by ref, or by its name before or after; the default where it means none.</summary>
    public static Guid Back(Draft draft, ReestablishBody c)
    {
        if (draft.DissolvedBody(c.Body, "body") is not { } body) return default;
        draft.Back[body] = (c.Name, c.NameEn);
        draft.Refs.Add(c.Ref, MadeKind.Body, body.Value);
        return body.Value;
    }

    /// <param name="made">The id of what the change makes or brings back, where it does.</param>
    public static FactEvent? Event(Draft draft, Change change, Guid made) => change switch
    {
        EstablishBody c => new BodyEstablished(
            new(made), c.Kind, c.Name, c.NameEn, c.Parent is { } parent ? draft.Body(parent, "parent") : null,
            draft.Bodies(c.AdvisoryTo, "advisoryTo"), draft.Bodies(c.Succeeds, "succeeds", alsoDissolved: true), c.Visibility ?? Visibility.Public),
        ReestablishBody c => made == default ? null : new BodyReestablished(new(made), c.Name, c.NameEn, c.Kind),
        RenameBody c => draft.Body(c.Body, "body") is { } body ? new BodyRenamed(body, c.Name, c.NameEn) : null,
        ReclassifyBody c => draft.Body(c.Body, "body") is { } body ? new BodyReclassified(body, c.Kind, c.Visibility) : null,
        MoveBody c => draft.Body(c.Body, "body") is { } body ? new BodyMoved(body, Parent(draft, c.Parent), AdvisoryTo(draft, c.AdvisoryTo)) : null,
        DissolveBody c => draft.Body(c.Body, "body") is { } body ? new BodyDissolved(body, c.Reason, draft.Bodies(c.SucceededBy, "succeededBy", alsoDissolved: true)) : null,
        AdoptMandate c => draft.Body(c.Body, "body") is { } body ? new MandateAdopted(body, c.Points, c.Purpose, c.ValidThrough, c.Deliverable, c.DueOn) : null,
        ExtendMandate c => draft.Body(c.Body, "body") is { } body ? new MandateExtended(body, c.ValidThrough, c.DueOn) : null,
        ConcludeMandate c => draft.Body(c.Body, "body") is { } body ? new MandateConcluded(body, c.Link) : null,
        RepealMandate c => draft.Body(c.Body, "body") is { } body ? new MandateRepealed(body) : null,
        AdmitPartner c => Admitted(draft, c, new(made)),
        RenamePartner c => draft.Partner(c.Partner, "partner") is { } partner ? new PartnerRenamed(partner, c.Name, c.NameEn) : null,
        WithdrawPartner c => draft.Partner(c.Partner, "partner") is { } partner ? new PartnerWithdrawn(partner, c.Reason) : null,
        RenameCluster c => new ClusterRenamed(c.Name, c.NameEn),
        AdoptStrategy c => new StrategyAdopted(c.Title, c.ValidThrough, c.FocusAreas),
        _ => SeatDrafts.Event(draft, change, new(made)),
    };

    private static PartnerAdmitted Admitted(Draft draft, AdmitPartner c, PartnerId made)
    {
        var number = c.OrganisationNumber is { } written ? OrganisationNumber.Plain(written) : null;
        if (number is not null && !OrganisationNumber.IsValid(number)) draft.Refuse(ViolationCode.OrganisationNumber, "organisationNumber", number);
        return new(made, c.Name, c.NameEn, c.Kind, number);
    }

    private static Optional<BodyId?> Parent(Draft draft, Optional<string> parent) =>
        !parent.IsGiven ? default : new(parent.Value is { } text ? draft.Body(text, "parent") : null);

    private static Optional<IReadOnlyList<BodyId>> AdvisoryTo(Draft draft, Optional<IReadOnlyList<string>> bodies) =>
        !bodies.IsGiven ? default : new(draft.Bodies(bodies.Value, "advisoryTo"));
}
