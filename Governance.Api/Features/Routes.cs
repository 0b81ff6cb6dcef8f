using Governance.Api.Features.Clusters;
using Governance.Api.Features.Committees;
using Governance.Api.Features.Decisions;
using Governance.Api.Features.Findings;
using Governance.Api.Features.Import;
using Governance.Api.Features.Meetings;
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

        cluster.MapGet("/structure", ReadStructure.HandleAsync).WithTags("Structure").WithName("ReadStructure").WithSummary("Everything living on a day");
        cluster.MapGet("/committees", ReadCommittees.HandleAsync).WithTags("Committees").WithName("ReadCommittees").WithSummary("What the website shows");

        var findings = cluster.MapGroup("/findings").WithTags("Findings");
        findings.MapGet("", ReadFindings.HandleAsync).RequireRole(Role.Reader).WithName("ReadFindings").WithSummary("The rules that are not met, the worst first");
        findings.MapPost("/{id:guid}/acceptance", AcceptFinding.HandleAsync).RequireRole(Role.Secretary).WithName("AcceptFinding").WithSummary("Accept a finding for as long as it lasts");

        var decisions = cluster.MapGroup("/decisions").RequireRole(Role.Secretary).WithTags("Decisions");
        decisions.MapPost("", RecordDecision.HandleAsync).WithName("RecordDecision").WithSummary("Record a decision and the changes it makes");
        decisions.MapPost("/{id:guid}/correction", CorrectDecision.HandleAsync).WithName("CorrectDecision").WithSummary("Replace a decision that was entered wrongly");
        decisions.MapPost("/{id:guid}/annulment", AnnulDecision.HandleAsync).WithName("AnnulDecision").WithSummary("Make a decision invalid from the start");
        decisions.MapPost("/{id:guid}/redaction", RedactTexts.HandleAsync).RequireRole(Role.Admin).WithName("RedactTexts").WithSummary("Take texts out of the log for good");

        var people = cluster.MapGroup("/people").WithTags("People");
        people.MapPost("", PersonEndpoints.RegisterAsync).RequireRole(Role.Secretary).WithName("RegisterPerson").WithSummary("Register a person");
        people.MapPatch("/{id:guid}", PersonEndpoints.UpdateAsync).RequireRole(Role.Secretary).WithName("UpdatePerson").WithSummary("Change what is known of a person");
        people.MapPost("/{id:guid}/merge", PersonEndpoints.MergeAsync).RequireRole(Role.Secretary).WithName("MergePerson").WithSummary("Say that two entries are one person");
        people.MapDelete("/{id:guid}", ErasePerson.HandleAsync).RequireRole(Role.Admin).WithName("ErasePerson").WithSummary("Ask for a person's erasure, or confirm another admin's");

        cluster.MapPost("/meetings", RecordMeeting.HandleAsync).RequireRole(Role.Secretary).WithTags("Meetings").WithName("RecordMeeting").WithSummary("Enter a meeting");
    }
}
