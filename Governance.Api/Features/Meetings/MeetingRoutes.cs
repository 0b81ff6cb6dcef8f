using Governance.Api.Features.Meetings.Items;
using Governance.Api.Features.Meetings.Minutes;
using Governance.Api.Features.Meetings.Papers;
using Governance.Api.Features.Meetings.Planning;
using Governance.Api.Http;
using Governance.Api.Http.Answers;
using Governance.Api.Http.OpenApi;
using Governance.Api.Security;
using Governance.Domain.Views;

namespace Governance.Api.Features.Meetings;

/// <summary>Where planned meetings are found, from plan to minutes.</summary>
internal static class MeetingRoutes
{
    public static void MapPlannedMeetings(this IEndpointRouteBuilder cluster)
    {
        var planned = cluster.MapGroup("/meetings/planned").WithTags("Meetings");
        planned.MapGet("", ReadPlanned.ListAsync).Answers<PlannedMeetingsAnswer>("ReadPlannedMeetings", "The meetings that were planned, the next first");
        planned.MapGet("/{id:guid}", ReadPlanned.OneAsync).Answers<PlannedMeetingView>("ReadPlannedMeeting", "One of them, with its agenda as it was sent");
        planned.MapGet("/{id:guid}/minutes", ReadPlanned.MinutesAsync).Answers<MinutesView>("ReadMinutes", "Its minutes; to the public once they are published");
        planned.MapGet("/{id:guid}/minutes.docx", ReadDocument.WordAsync).Costs(ReadCost.Processor).WithName("ReadMinutesDocument").WithSummary("Its minutes as a Word document").Produces<string>(200, MinutesDocument.MediaType);
        planned.MapGet("/{id:guid}/minutes.pdf", ReadDocument.PdfAsync).Costs(ReadCost.Processor).WithName("ReadMinutesPdf").WithSummary("Its minutes as PDF, where the machine has a Chromium to print them").Produces<string>(200, "application/pdf");
        planned.MapGet("/{id:guid}/papers/{paper:guid}", PaperEndpoints.ReadAsync).Unkept().WithName("ReadPaper").WithSummary("A paper, as a file, to whoever may see its item").Produces<string>(200, "application/octet-stream");

        var written = planned.MapGroup("").RequireRole(Role.Secretary);
        written.MapPost("", PlanningEndpoints.PlanAsync).Answers<MeetingActWritten>("PlanMeeting", "Plan a meeting", 201);
        written.MapPost("/{id:guid}/rescheduling", PlanningEndpoints.RescheduleAsync).Answers<MeetingActWritten>("RescheduleMeeting", "Say anew when and where");
        written.MapPost("/{id:guid}/cancellation", PlanningEndpoints.CancelAsync).Answers<MeetingActWritten>("CancelMeeting", "Call it off");
        written.MapPost("/{id:guid}/notice", PlanningEndpoints.NoticeAsync).Answers<MeetingActWritten>("SendNotice", "Give notice, with the agenda as it stands; case numbers are taken");
        written.MapPost("/{id:guid}/holding", PlanningEndpoints.HoldAsync).Answers<MeetingActWritten>("HoldMeeting", "Close it: what is written becomes its record");
        written.MapPost("/{id:guid}/minutes/approval", PlanningEndpoints.ApproveAsync).Answers<MeetingActWritten>("ApproveMinutes", "Approve its minutes, which freezes them");
        written.MapPost("/{id:guid}/minutes/publication", PlanningEndpoints.PublishAsync).Answers<MeetingActWritten>("PublishMinutes", "Make its approved minutes public");

        var proceedings = written.MapGroup("/{id:guid}").Unkept();
        proceedings.MapGet("/proceedings", ItemEndpoints.ReadAsync).Answers<ProceedingsView>("ReadProceedings", "What is written for it: invited, agenda, attendance, quorum");
        proceedings.MapPost("/items", ItemEndpoints.AddAsync).Answers<ProceedingsView>("AddItem", "Add an item to the agenda", 201);
        proceedings.MapPut("/items/{item:guid}", ItemEndpoints.ChangeAsync).Answers<ProceedingsView>("ChangeItem", "Say an item anew");
        proceedings.MapDelete("/items/{item:guid}", ItemEndpoints.RemoveAsync).Answers<ProceedingsView>("RemoveItem", "Take an item off the agenda");
        proceedings.MapPut("/items/{item:guid}/treatment", ItemEndpoints.TreatAsync).Answers<ProceedingsView>("TreatItem", "Say what the meeting does with an item: outcome, votes, who steps out");
        proceedings.MapPost("/items/{item:guid}/papers", PaperEndpoints.AddAsync).Takes(StoredPapers.LargestUpload).Answers<ProceedingsView>("AddPaper", "Add a paper: the body is the file, at most 25 MiB", 201);
        proceedings.MapDelete("/items/{item:guid}/papers/{paper:guid}", PaperEndpoints.RemoveAsync).Answers<ProceedingsView>("RemovePaper", "Take a paper away, its bytes for good");
        proceedings.MapPost("/items/{item:guid}/follow-ups", ItemEndpoints.FollowUpAsync).Answers<ProceedingsView>("AddFollowUp", "Say what is to be done because of an item", 201);
        proceedings.MapPut("/follow-ups/{task:guid}", ItemEndpoints.DoneAsync).Answers<ProceedingsView>("SettleFollowUp", "Say that it is done, or is not after all");
        proceedings.MapPost("/absences", ItemEndpoints.AbsenceAsync).Answers<ProceedingsView>("NoteAbsence", "Note that somebody cannot come, or can after all");
        proceedings.MapPost("/attendance", ItemEndpoints.AttendanceAsync).Answers<ProceedingsView>("NoteAttendance", "Note that somebody came, or left");
    }
}
