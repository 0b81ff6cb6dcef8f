using System.Diagnostics;
using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Partners;
using Governance.Domain.Values;

namespace Governance.Domain.Views;

/// <summary>The words on screen for the words in code, in each language.</summary>
public static class Vocabulary
{
    /// <summary>In place of a name that was erased.</summary>
    public static Phrase ErasedPerson { get; } = new("slettet person", "erased person");

    /// <summary>In place of a name that is not shown.</summary>
    public static Phrase UnlistedPerson { get; } = new("en person", "a person");

    /// <summary>What is said of a term that no decision set.</summary>
    public static Phrase ByTheRules { get; } = new("etter reglene", "by the rules");

    /// <summary>In place of a name that is not known.</summary>
    public static Phrase UnknownPerson { get; } = new("ukjent person", "unknown person");

    /// <summary>In place of a body whose name is not known.</summary>
    public static Phrase SomeBody { get; } = new("et organ", "a body");

    /// <summary>In place of a partner whose name is not known.</summary>
    public static Phrase SomePartner { get; } = new("en partner", "a partner");

    /// <summary>That a rule of composition has no bound any more.</summary>
    public static Phrase Without(CompositionBound bound) => bound switch
    {
        CompositionBound.MinSeats => new("ikke lenger noe minste antall plasser", "no longer a least number of seats"),
        CompositionBound.MaxSeats => new("ikke lenger noe største antall plasser", "no longer a most number of seats"),
        CompositionBound.TermLength => new("ikke lenger noen lengde på perioden", "no longer a length of the term"),
        CompositionBound.MaxTerms => new("ikke lenger noen grense for perioder på rad", "no longer a limit to consecutive terms"),
        CompositionBound.MaxObservers => new("ikke lenger noe største antall observatører", "no longer a most number of observers"),
        CompositionBound.Quorum => new("vedtaksført igjen når mer enn halvparten av stemmene er til stede", "quorate again with more than half of the votes present"),
        CompositionBound.MinUserRepresentatives => new("ikke lenger noe minste antall brukerrepresentanter", "no longer a least number of user representatives"),
        _ => throw new UnreachableException($"No words for {bound}."),
    };

    /// <summary>A kind of body.</summary>
    public static Phrase Of(BodyKind kind) => kind switch
    {
        BodyKind.GeneralAssembly => new("generalforsamling", "general assembly"),
        BodyKind.PartnerMeeting => new("partnermøte", "partner meeting"),
        BodyKind.Board => new("styre", "board"),
        BodyKind.SteeringGroup => new("styringsgruppe", "steering group"),
        BodyKind.Council => new("råd", "council"),
        BodyKind.Forum => new("forum", "forum"),
        BodyKind.Panel => new("panel", "panel"),
        BodyKind.Committee => new("komité", "committee"),
        BodyKind.NominationCommittee => new("valgkomité", "nomination committee"),
        BodyKind.WorkingGroup => new("arbeidsgruppe", "working group"),
        BodyKind.ProfessionalGroup => new("faggruppe", "professional group"),
        BodyKind.ProjectGroup => new("prosjektgruppe", "project group"),
        BodyKind.Secretariat => new("sekretariat", "secretariat"),
        BodyKind.Department => new("avdeling", "department"),
        BodyKind.Other => new("annet organ", "other body"),
        _ => throw new UnreachableException($"No word for {kind}."),
    };

    /// <summary>A role in a body.</summary>
    public static Phrase Of(SeatRole role) => role switch
    {
        SeatRole.Chair => new("leder", "chair"),
        SeatRole.DeputyChair => new("nestleder", "deputy chair"),
        SeatRole.Secretary => new("sekretær", "secretary"),
        SeatRole.Member => new("medlem", "member"),
        SeatRole.Deputy => new("vara", "deputy"),
        SeatRole.Observer => new("observatør", "observer"),
        SeatRole.Adviser => new("rådgiver", "adviser"),
        _ => throw new UnreachableException($"No word for {role}."),
    };

    /// <summary>Why an appointment ended.</summary>
    public static Phrase Of(EndReason reason) => reason switch
    {
        EndReason.Resigned => new("trakk seg", "stepped down"),
        EndReason.TermOver => new("perioden var over", "term over"),
        EndReason.Replaced => new("avløst", "replaced"),
        EndReason.Removed => new("fritatt", "removed"),
        EndReason.Died => new("død", "died"),
        EndReason.Unknown => new("ukjent", "unknown"),
        _ => throw new UnreachableException($"No word for {reason}."),
    };

    /// <summary>A kind of partner.</summary>
    public static Phrase Of(PartnerKind kind) => kind switch
    {
        PartnerKind.University => new("universitet eller høgskole", "university"),
        PartnerKind.Municipality => new("kommune", "municipality"),
        PartnerKind.County => new("fylkeskommune", "county"),
        PartnerKind.HospitalTrust => new("helseforetak eller sykehus", "hospital trust"),
        PartnerKind.ResearchInstitute => new("forskningsinstitutt", "research institute"),
        PartnerKind.Company => new("bedrift", "company"),
        PartnerKind.UserOrganisation => new("brukerorganisasjon", "user organisation"),
        PartnerKind.Voluntary => new("frivillig organisasjon", "voluntary organisation"),
        PartnerKind.Cluster => new("klynge", "cluster"),
        PartnerKind.Other => new("annen organisasjon", "other organisation"),
        _ => throw new UnreachableException($"No word for {kind}."),
    };

    /// <summary>How a seat is held.</summary>
    public static Phrase Of(SeatStatus status) => status switch
    {
        SeatStatus.Filled => new("besatt", "filled"),
        SeatStatus.TermEndsSoon => new("perioden går snart ut", "term ends soon"),
        SeatStatus.CarryOver => new("perioden er utløpt", "term expired"),
        SeatStatus.Vacant => new("ledig", "vacant"),
        _ => throw new UnreachableException($"No word for {status}."),
    };

    /// <summary>What a section of an annual report is about.</summary>
    public static Phrase Of(ReportTopic topic) => topic switch
    {
        ReportTopic.Renames => new("Navn", "Names"),
        ReportTopic.Mandates => new("Mandater", "Mandates"),
        ReportTopic.Composition => new("Sammensetning", "Composition"),
        ReportTopic.Bodies => new("Arbeidsgrupper og andre organer", "Working groups and other bodies"),
        ReportTopic.Partners => new("Partnere", "Partners"),
        ReportTopic.Strategy => new("Strategi", "Strategy"),
        _ => throw new UnreachableException($"No word for {topic}."),
    };

    /// <summary>What kind of thing was found.</summary>
    public static Phrase Of(SearchKind kind) => kind switch
    {
        SearchKind.Decision => new("vedtak", "decision"),
        SearchKind.Body => new("organ", "body"),
        SearchKind.Person => new("person", "person"),
        SearchKind.Partner => new("partner", "partner"),
        SearchKind.Mandate => new("mandat", "mandate"),
        _ => throw new UnreachableException($"No word for {kind}."),
    };

    /// <summary>Who may see something.</summary>
    public static Phrase Of(Visibility visibility) => visibility switch
    {
        Visibility.Public => new("offentlig", "public"),
        Visibility.Internal => new("intern", "internal"),
        _ => throw new UnreachableException($"No word for {visibility}."),
    };

    /// <summary>Where a decision stands.</summary>
    public static Phrase Of(DecisionStatus status) => status switch
    {
        DecisionStatus.Recorded => new("protokollført", "recorded"),
        DecisionStatus.Corrected => new("rettet", "corrected"),
        DecisionStatus.Annulled => new("annullert", "annulled"),
        _ => throw new UnreachableException($"No word for {status}."),
    };
}
