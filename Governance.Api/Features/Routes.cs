using Governance.Api.Features.Clusters;
using Governance.Api.Features.Committees;
using Governance.Api.Features.Decisions;
using Governance.Api.Features.Findings;
using Governance.Api.Features.Import;
using Governance.Api.Features.Meetings;
using Governance.Api.Features.Partners;
using Governance.Api.Features.People;
using Governance.Api.Features.Bodies;
using Governance.Api.Http;
using Governance.Api.Security;

namespace Governance.Api.Features;

/// <summary>Where everything is found, and which role it takes.</summary>
public static class Routes
{
    public static void MapFeatures(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/api/clusters", FoundCluster.HandleAsync).RequireRoleSomewhere(Role.Admin).WithTags("Clusters").WithName("FoundCluster").WithSummary("Found a cluster");
        var cluster = endpoints.MapGroup("/api/clusters/{cluster}");
        cluster.MapPatch("", CorrectCluster.HandleAsync).RequireRole(Role.Admin).WithTags("Clusters").WithName("CorrectCluster").WithSummary("Put right what was said at its founding");
        cluster.MapPost("/import", TakeImport.HandleAsync).RequireRole(Role.Secretary).TakesImports().WithTags("Import").WithName("Import").WithSummary("Take a whole history in, all or nothing");

        cluster.MapGet("", ReadCluster.HandleAsync).WithTags("Clusters").WithName("ReadCluster").WithSummary("The cluster: names, strategy, counts");
        cluster.MapGet("/bodies", ReadBodies.ListAsync).WithTags("Structure").WithName("ReadBodies").WithSummary("The bodies living on a day, flat");
        cluster.MapGet("/bodies/{id:guid}", ReadBodies.OneAsync).WithTags("Structure").WithName("ReadBody").WithSummary("One body in full");
        cluster.MapGet("/names", ReadNames.HandleAsync).WithTags("Structure").WithName("ReadNames").WithSummary("Which bodies bore a name, when");
        cluster.MapGet("/partners", ReadPartners.ListAsync).WithTags("Partners").WithName("ReadPartners").WithSummary("The partners of a day");
        cluster.MapGet("/partners/{id:guid}", ReadPartners.OneAsync).WithTags("Partners").WithName("ReadPartner").WithSummary("One partner, and the seats that represent it");
        cluster.MapGet("/structure", ReadStructure.HandleAsync).WithTags("Structure").WithName("ReadStructure").WithSummary("Everything living on a day");
        cluster.MapGet("/committees", ReadCommittees.HandleAsync).WithTags("Committees").WithName("ReadCommittees").WithSummary("What the website shows");

        var findings = cluster.MapGroup("/findings").WithTags("Findings");
        findings.MapGet("", ReadFindings.HandleAsync).RequireRole(Role.Reader).WithName("ReadFindings").WithSummary("The rules that are not met, the worst first");
        findings.MapPost("/{id:guid}/acceptance", AcceptFinding.HandleAsync).RequireRole(Role.Secretary).WithName("AcceptFinding").WithSummary("Accept a finding for as long as it lasts");

        cluster.MapGet("/decisions", ReadDecisions.ListAsync).WithTags("Decisions").WithName("ReadDecisions").WithSummary("The register of decisions");
        cluster.MapGet("/decisions/{id:guid}", ReadDecisions.OneAsync).WithTags("Decisions").WithName("ReadDecision").WithSummary("One decision, with its revisions, before and after");
        var decisions = cluster.MapGroup("/decisions").RequireRole(Role.Secretary).WithTags("Decisions");
        decisions.MapPost("", RecordDecision.HandleAsync).WithName("RecordDecision").WithSummary("Record a decision and the changes it makes");
        decisions.MapPost("/{id:guid}/correction", CorrectDecision.HandleAsync).WithName("CorrectDecision").WithSummary("Replace a decision that was entered wrongly");
        decisions.MapPost("/{id:guid}/annulment", AnnulDecision.HandleAsync).WithName("AnnulDecision").WithSummary("Make a decision invalid from the start");
        decisions.MapPost("/{id:guid}/redaction", RedactTexts.HandleAsync).RequireRole(Role.Admin).WithName("RedactTexts").WithSummary("Take texts out of the log for good");

        var people = cluster.MapGroup("/people").WithTags("People");
        people.MapGet("", ReadPeople.ListAsync).WithName("ReadPeople").WithSummary("The people, by name");
        people.MapGet("/{id:guid}", ReadPeople.OneAsync).WithName("ReadPerson").WithSummary("One person, and their seats over time");
        people.MapPost("", PersonEndpoints.RegisterAsync).RequireRole(Role.Secretary).WithName("RegisterPerson").WithSummary("Register a person");
        people.MapPatch("/{id:guid}", PersonEndpoints.UpdateAsync).RequireRole(Role.Secretary).WithName("UpdatePerson").WithSummary("Change what is known of a person");
        people.MapPost("/{id:guid}/merge", PersonEndpoints.MergeAsync).RequireRole(Role.Secretary).WithName("MergePerson").WithSummary("Say that two entries are one person");
        people.MapDelete("/{id:guid}", ErasePerson.HandleAsync).RequireRole(Role.Admin).WithName("ErasePerson").WithSummary("Ask for a person's erasure, or confirm another admin's");

        var meetings = cluster.MapGroup("/meetings").WithTags("Meetings");
        meetings.MapGet("", ReadMeetings.ListAsync).WithName("ReadMeetings").WithSummary("The meetings, the latest first");
        meetings.MapGet("/{id:guid}", ReadMeetings.OneAsync).WithName("ReadMeeting").WithSummary("One meeting, with what it decided");
        meetings.MapPost("", RecordMeeting.HandleAsync).RequireRole(Role.Secretary).WithName("RecordMeeting").WithSummary("Enter a meeting");
    }
}
