using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Mandates;
using Governance.Domain.Partners;
using Governance.Domain.Values;

namespace Governance.Domain.Decisions.Recalling;

/// <summary>The changes that came to events about bodies, mandates, partners and the cluster itself.</summary>
internal static class BodyRecalls
{
    public static Change Change(Recall recall, FactEvent told, ChangeRef name) => told switch
    {
        BodyEstablished e => new EstablishBody(
            e.Kind, e.Name, e.NameEn, recall.Text(e.Parent), recall.Texts(e.AdvisoryTo), recall.Texts(e.Succeeds), e.Visibility),
        BodyReestablished e => new ReestablishBody(Recall.Name(e.Body), e.Name, e.NameEn, e.Kind),
        BodyRenamed e => new RenameBody(Recall.Name(e.Body), e.Name, e.NameEn),
        BodyReclassified e => new ReclassifyBody(Recall.Name(e.Body), e.Kind, e.Visibility),
        BodyMoved e => new MoveBody(Recall.Name(e.Body), Parent(recall, e.Parent), Recall.Given(e.AdvisoryTo, recall.Texts)),
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
        _ => SeatRecalls.Change(recall, told, name),
    };

    private static Optional<string> Parent(Recall recall, Optional<BodyId?> parent) => Recall.Given(parent, id => recall.Text(id));
}
