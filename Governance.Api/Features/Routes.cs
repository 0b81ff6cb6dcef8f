using Governance.Api.Features.Agenda;
using Governance.Api.Features.Changes;
using Governance.Api.Features.Clusters;
using Governance.Api.Features.Committees;
using Governance.Api.Features.Compare;
using Governance.Api.Features.Decisions;
using Governance.Api.Features.Exports;
using Governance.Api.Features.Exports.Popolo;
using Governance.Api.Features.Findings;
using Governance.Api.Features.History;
using Governance.Api.Features.Import;
using Governance.Api.Features.Import.Popolo;
using Governance.Api.Features.Meetings;
using Governance.Api.Features.Partners;
using Governance.Api.Features.People;
using Governance.Api.Features.Bodies;
using Governance.Api.Features.Privacy;
using Governance.Api.Features.Privacy.Retention;
using Governance.Api.Features.Redactions;
using Governance.Api.Features.Reports;
using Governance.Api.Features.Search;
using Governance.Api.Features.Webhooks;
using Governance.Api.Http;
using Governance.Api.Http.Answers;
using Governance.Api.Http.OpenApi;
using Governance.Api.Http.Problems;
using Governance.Api.Security;
using Governance.Domain.Views;

namespace Governance.Api.Features;

/// <summary>Where everything is found, and which role it takes.</summary>
public static class Routes
{
    public static void MapFeatures(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/api/clusters", ClusterEndpoints.FoundAsync).RequireRoleSomewhere(Role.Admin).WithTags("Clusters").Answers<ClusterWritten>("FoundCluster", "Found a cluster", 201).Refuses(ProblemType.Conflict, ProblemType.RuleViolated);
        var cluster = endpoints.MapGroup("/api/clusters/{cluster}");
        cluster.MapPatch("", ClusterEndpoints.CorrectAsync).RequireRole(Role.Admin).WithTags("Clusters").Answers<ClusterWritten>("CorrectCluster", "Put right what was said at its founding");
        cluster.MapPost("/import", ImportEndpoint.HandleAsync).RequireRole(Role.Secretary).TakesImports().WithTags("Import").Answers<ImportAnswer>("Import", "Take a whole history in, all or nothing", 201).Produces<ImportTried>();
        cluster.MapPost("/import/popolo", PopoloEndpoint.HandleAsync).RequireRole(Role.Secretary).TakesImports().WithTags("Import").Answers<PopoloAnswer>("ImportPopolo", "Take an organisation in from a Popolo document, all or nothing", 201).Produces<PopoloTried>();

        cluster.MapGet("", ReadCluster.HandleAsync).WithTags("Clusters").Answers<ClusterView>("ReadCluster", "The cluster: names, strategy, counts");
        cluster.MapGet("/bodies", ReadBodies.ListAsync).WithTags("Structure").Answers<BodiesAnswer>("ReadBodies", "The bodies living on a day, flat");
        cluster.MapGet("/bodies/{id:guid}", ReadBodies.OneAsync).WithTags("Structure").Answers<BodyView>("ReadBody", "One body in full");
        cluster.MapGet("/bodies/{id:guid}/history", ReadHistory.OfBodyAsync).WithTags("History").Answers<Timeline>("ReadBodyHistory", "What happened to a body");
        cluster.MapGet("/history", ReadHistory.OfClusterAsync).WithTags("History").Answers<Timeline>("ReadHistory", "What happened in the cluster");
        cluster.MapGet("/compare", ReadComparison.HandleAsync).Costs(ReadCost.Processor).WithTags("History").Answers<Comparison>("Compare", "What differs between two days");
        cluster.MapGet("/reports/annual/{year:int}", ReadAnnualReport.HandleAsync).Costs(ReadCost.Processor).WithTags("History").Answers<AnnualReport>("ReadAnnualReport", "What changed in the organisation in a year")
            .AlsoAs(ReadAnnualReport.MarkdownType, ReadAnnualReport.HtmlType);
        cluster.MapGet("/search", ReadSearch.HandleAsync).WithTags("Search").Answers<SearchAnswer>("Search", "Decisions, bodies, people, partners and mandates by words in them");
        cluster.MapGet("/names", ReadNames.HandleAsync).WithTags("Structure").Answers<NameHistory>("ReadNames", "Which bodies bore a name, when");
        cluster.MapGet("/partners", ReadPartners.ListAsync).WithTags("Partners").Answers<PartnersAnswer>("ReadPartners", "The partners of a day");
        cluster.MapGet("/partners/{id:guid}", ReadPartners.OneAsync).WithTags("Partners").Answers<PartnerView>("ReadPartner", "One partner, and the seats that represent it");
        cluster.MapGet("/structure", ReadStructure.HandleAsync).WithTags("Structure").Answers<Structure>("ReadStructure", "Everything living on a day");
        cluster.MapGet("/committees", ReadCommittees.HandleAsync).WithTags("Committees").Answers<Domain.Views.Committees>("ReadCommittees", "What the website shows").AlsoAs(ReadAnnualReport.HtmlType, ExportOrganisation.JsonType);

        cluster.MapGet("/changes", ReadChanges.HandleAsync).WithTags("Changes").Answers<ChangesAnswer>("ReadChanges", "The gap-free feed of registrations");
        cluster.MapGet("/changes/stream", StreamChanges.HandleAsync).WithTags("Changes").WithName("StreamChanges").WithSummary("The same as server-sent events").Produces<Registration>(200, "text/event-stream");

        cluster.MapGet("/changes.atom", ReadAtom.HandleAsync).WithTags("Changes").WithName("ReadAtom").WithSummary("The latest registrations for feed readers").Produces<string>(200, "application/atom+xml");
        cluster.MapGet("/calendar.ics", ReadCalendar.HandleAsync).WithTags("Changes").WithName("ReadCalendar").WithSummary("Terms that end, deadlines and changes to come, as a calendar").Produces<string>(200, "text/calendar");
        cluster.MapGet("/export/popolo.json", ExportPopolo.HandleAsync).Costs(ReadCost.Processor).WithTags("Exports").WithName("ExportPopolo").WithSummary("The organisation of a day in Popolo's words").Produces<string>(200, "application/json");
        cluster.MapGet("/export/org.ttl", ExportOrganisation.TurtleAsync).Costs(ReadCost.Processor).WithTags("Exports").WithName("ExportTurtle").WithSummary("The organisation of a day as linked data, in Turtle").Produces<string>(200, ExportOrganisation.TurtleType);
        cluster.MapGet("/export/org.jsonld", ExportOrganisation.JsonAsync).Costs(ReadCost.Processor).WithTags("Exports").WithName("ExportJsonLd").WithSummary("The same in JSON-LD").Produces<string>(200, ExportOrganisation.JsonType);
        cluster.MapGet("/export/members.csv", ExportMembers.HandleAsync).Costs(ReadCost.Processor).WithTags("Exports").WithName("ExportMembers").WithSummary("Every seat of a day as a row, for a spreadsheet").Produces<string>(200, ExportMembers.MediaType);
        cluster.MapGet("/export/events.ndjson", ExportEvents.HandleAsync).RequireRole(Role.Admin).WithTags("Exports").WithName("ExportEvents").WithSummary("The whole log with its people, to rebuild the cluster elsewhere").Produces<string>(200, ExportEvents.MediaType);

        var findings = cluster.MapGroup("/findings").WithTags("Findings");
        findings.MapGet("", ReadFindings.HandleAsync).RequireRole(Role.Reader).Answers<FindingsAnswer>("ReadFindings", "The rules that are not met, the worst first");
        findings.MapPost("/{id:guid}/acceptance", AcceptFindingEndpoint.HandleAsync).RequireRole(Role.Secretary).Answers<AcceptanceWritten>("AcceptFinding", "Accept a finding for as long as it lasts");

        cluster.MapGet("/decisions", ReadDecisions.ListAsync).WithTags("Decisions").Answers<DecisionsAnswer>("ReadDecisions", "The register of decisions");
        cluster.MapGet("/decisions/{id:guid}", ReadDecisions.OneAsync).WithTags("Decisions").Answers<DecisionView>("ReadDecision", "One decision, with its revisions, before and after");
        var decisions = cluster.MapGroup("/decisions").RequireRole(Role.Secretary).WithTags("Decisions");
        decisions.MapPost("", DecisionEndpoints.RecordAsync).Answers<DecisionAnswer>("RecordDecision", "Record a decision and the changes it makes", 201).Produces<Preview>();
        decisions.MapPost("/{id:guid}/correction", DecisionEndpoints.CorrectAsync).Answers<DecisionAnswer>("CorrectDecision", "Replace a decision that was entered wrongly");
        decisions.MapPost("/{id:guid}/annulment", DecisionEndpoints.AnnulAsync).Answers<DecisionAnswer>("AnnulDecision", "Make a decision invalid from the start");
        decisions.MapPost("/{id:guid}/redaction", RedactionEndpoints.OfDecisionAsync).RequireRole(Role.Admin).Answers<RedactionWritten>("RedactTexts", "Take texts out of the log for good");
        cluster.MapPost("/acts/{position:long}/redaction", RedactionEndpoints.OfActAsync).RequireRole(Role.Admin).WithTags("Decisions").Answers<RedactionWritten>("RedactAct", "The same of what is no decision: a meeting, a note");

        var people = cluster.MapGroup("/people").WithTags("People");
        people.MapGet("", ReadPeople.ListAsync).Answers<PeopleAnswer>("ReadPeople", "The people, by name");
        people.MapGet("/{id:guid}", ReadPeople.OneAsync).Answers<PersonView>("ReadPerson", "One person, and their seats over time");
        people.MapPost("", PersonEndpoints.RegisterAsync).RequireRole(Role.Secretary).Answers<PersonWritten>("RegisterPerson", "Register a person", 201);
        people.MapPatch("/{id:guid}", PersonEndpoints.UpdateAsync).RequireRole(Role.Secretary).Answers<PersonWritten>("UpdatePerson", "Change what is known of a person");
        people.MapPost("/{id:guid}/merge", PersonEndpoints.MergeAsync).RequireRole(Role.Secretary).Answers<PersonWritten>("MergePerson", "Say that two entries are one person");
        people.MapDelete("/{id:guid}", PersonEndpoints.EraseAsync).RequireRole(Role.Admin).Answers<ErasureAsked>("ErasePerson", "Ask for a person's erasure, or confirm another admin's", 202).Produces<ErasureDone>();

        people.MapGet("/{id:guid}/access", ReadSubjectAccess.HandleAsync).RequireRole(Role.Admin).Unkept().Answers<SubjectAccess>("ReadSubjectAccess", "All that is held on a person, and where it shows, to hand out to them; that it was shown is noted");
        cluster.MapGet("/private-reads", ReadPrivateReads.HandleAsync).RequireRole(Role.Admin).Unkept().WithTags("People").Answers<PrivateReadList>("ReadPrivateReads", "Who was shown what is private of whom, the latest first");
        cluster.MapGet("/retention", ReadRetention.HandleAsync).RequireRole(Role.Admin).Unkept().WithTags("People").Answers<RetentionReport>("ReadRetention", "What is kept of people, why and how long, and what of it is past its time");

        var meetings = cluster.MapGroup("/meetings").WithTags("Meetings");
        meetings.MapGet("", ReadMeetings.ListAsync).Answers<MeetingsAnswer>("ReadMeetings", "The meetings, the latest first");
        meetings.MapGet("/{id:guid}", ReadMeetings.OneAsync).Answers<MeetingView>("ReadMeeting", "One meeting, with what it decided");
        meetings.MapPost("", MeetingEndpoints.RecordAsync).RequireRole(Role.Secretary).Answers<MeetingWritten>("RecordMeeting", "Enter a meeting", 201);

        cluster.MapPlannedMeetings();

        var webhooks = cluster.MapGroup("/webhooks").RequireRole(Role.Admin).Unkept().WithTags("Webhooks");
        webhooks.MapGet("", WebhookEndpoints.ListAsync).Answers<WebhookList>("ReadWebhooks", "The subscribers to the feed, and how far they have been told");
        webhooks.MapPost("", WebhookEndpoints.AddAsync).Answers<WebhookView>("AddWebhook", "Add a subscriber; its secret is shown this once", 201);
        webhooks.MapGet("/{id:guid}", WebhookEndpoints.OneAsync).Answers<WebhookView>("ReadWebhook", "One subscriber");
        webhooks.MapPatch("/{id:guid}", WebhookEndpoints.ChangeAsync).Answers<WebhookView>("ChangeWebhook", "Change, pause or resume a subscriber");
        webhooks.MapDelete("/{id:guid}", WebhookEndpoints.RemoveAsync).WithName("RemoveWebhook").WithSummary("Remove a subscriber").Produces(204);
        webhooks.MapPost("/{id:guid}/secret", WebhookEndpoints.RenewSecretAsync).Answers<WebhookView>("RenewWebhookSecret", "Make a new secret, shown this once; the one before signs too for a day");
        webhooks.MapPost("/{id:guid}/replay", WebhookEndpoints.ReplayAsync).Answers<WebhookView>("ReplayWebhook", "Go back to a position and send again what came after it");
        webhooks.MapPost("/{id:guid}/test", DeliveryEndpoints.TestAsync).Answers<DeliveryView>("TestWebhook", "Send a signed ping now, and say what came of it");
        webhooks.MapGet("/{id:guid}/deliveries", DeliveryEndpoints.ListAsync).Answers<DeliveryList>("ReadDeliveries", "The latest attempts to send");
        webhooks.MapGet("/{id:guid}/dead-letters", DeliveryEndpoints.DeadAsync).Answers<DeadLetterList>("ReadDeadLetters", "What the subscriber refused every time, and was passed over");
        webhooks.MapPost("/{id:guid}/dead-letters/{number:long}/retry", DeliveryEndpoints.RetryAsync).Answers<DeliveryView>("RetryDeadLetter", "Send one once more now; taken, it is no longer a dead letter");
        webhooks.MapDelete("/{id:guid}/dead-letters/{number:long}", DeliveryEndpoints.LetGoAsync).WithName("RemoveDeadLetter").WithSummary("Let one go").Produces(204);
    }
}
