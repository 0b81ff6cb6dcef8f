using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Decisions.Drafting;
using Governance.Domain.Mandates;
using Governance.Domain.Partners;
using Governance.Domain.Values;

namespace Governance.Domain.Decisions.Mapping;

/// <summary>Changes to bodies, mandates, partners and the cluster itself, and the events that they come to.</summary>
internal static class BodyMapping
{
    /// <summary>The id of a body that the decision brings back, which its other changes can name by ref, or by its name before or after; the default where it means none.</summary>
    public static Guid Back(Draft draft, ReestablishBody c)
    {
        if (draft.DissolvedBody(c.Body, "body") is not { } body) return default;
        draft.Back[body] = (c.Name, c.NameEn);
        draft.Refs.Add(c.Ref, NewReferenceKind.Body, body.Value);
        return body.Value;
    }

    /// <summary>The event that a change comes to; null where it cannot be read.</summary>
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
        _ => SeatMapping.Event(draft, change, new(made)),
    };

    /// <summary>The change that came to an event.</summary>
    public static Change Change(Recall recall, FactEvent told, ChangeRef name) => told switch
    {
        BodyEstablished e => new EstablishBody(
            e.Kind, e.Name, e.NameEn, recall.Text(e.Parent), recall.Texts(e.AdvisoryTo), recall.Texts(e.Succeeds), e.Visibility),
        BodyReestablished e => new ReestablishBody(Recall.Name(e.Body), e.Name, e.NameEn, e.Kind),
        BodyRenamed e => new RenameBody(Recall.Name(e.Body), e.Name, e.NameEn),
        BodyReclassified e => new ReclassifyBody(Recall.Name(e.Body), e.Kind, e.Visibility),
        BodyMoved e => new MoveBody(Recall.Name(e.Body), Recall.Given(e.Parent, id => recall.Text(id)), Recall.Given(e.AdvisoryTo, recall.Texts)),
        BodyDissolved e => new DissolveBody(Recall.Name(e.Body), e.Reason, recall.Texts(e.SucceededBy)),
        MandateAdopted e => new AdoptMandate(Recall.Name(e.Body), e.Points, e.Purpose, e.ValidThrough, e.Deliverable, e.DueOn),
        MandateExtended e => new ExtendMandate(Recall.Name(e.Body), e.ValidThrough, e.DueOn),
        MandateConcluded e => new ConcludeMandate(Recall.Name(e.Body), e.Link),
        MandateRepealed e => new RepealMandate(Recall.Name(e.Body)),
        PartnerAdmitted e => new AdmitPartner(e.Name, e.Kind, e.NameEn, e.OrganisationNumber),
        PartnerRenamed e => new RenamePartner(e.Partner.ToString(), e.Name, e.NameEn),
        PartnerWithdrawn e => new WithdrawPartner(e.Partner.ToString(), e.Reason),
        ClusterRenamed e => new RenameCluster(e.Name, e.NameEn),
        StrategyAdopted e => new AdoptStrategy(e.Title, e.FocusAreas, e.ValidThrough),
        _ => SeatMapping.Change(recall, told, name),
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
