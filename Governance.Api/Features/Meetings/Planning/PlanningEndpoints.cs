using Governance.Api.Features.Meetings.Minutes;
using Governance.Api.Features.Meetings.Notices;
using Governance.Api.Features.Meetings.Sitting;
using Governance.Api.Http;
using Governance.Api.Security;
using Governance.Domain.Meetings;
using Governance.Domain.People;
using Wolverine;

namespace Governance.Api.Features.Meetings.Planning;

/// <summary>Planning meetings, and recording what becomes of them.</summary>
internal static class PlanningEndpoints
{
    public static Task<IResult> PlanAsync(string cluster, RequestBody<MeetingPlan> body, RepeatKey key, ExpectedPosition expected, Caller caller, IMessageBus bus, HttpContext http, CancellationToken ct) =>
        MeetingAct.AnswerAsync(new PlanMeeting(WriteRequests.Of(http, cluster, caller, body, key, expected), body.Value), bus, http.Response, StatusCodes.Status201Created, ct);

    public static Task<IResult> RescheduleAsync(string cluster, Guid id, RequestBody<Rescheduling> body, RepeatKey key, ExpectedPosition expected, Caller caller, IMessageBus bus, HttpContext http, CancellationToken ct) =>
        MeetingAct.AnswerAsync(new RescheduleMeeting(WriteRequests.Of(http, cluster, caller, body, key, expected), new(id), body.Value), bus, http.Response, StatusCodes.Status200OK, ct);

    public static Task<IResult> CancelAsync(string cluster, Guid id, RequestBody<CancellationRequest> body, RepeatKey key, ExpectedPosition expected, Caller caller, IMessageBus bus, HttpContext http, CancellationToken ct) =>
        MeetingAct.AnswerAsync(new CancelMeeting(WriteRequests.Of(http, cluster, caller, body, key, expected), new(id), body.Value.Reason), bus, http.Response, StatusCodes.Status200OK, ct);

    public static Task<IResult> NoticeAsync(string cluster, Guid id, RequestBody<NoticeRequest> body, RepeatKey key, ExpectedPosition expected, Caller caller, IMessageBus bus, HttpContext http, CancellationToken ct) =>
        MeetingAct.AnswerAsync(new SendNotice(WriteRequests.Of(http, cluster, caller, body, key, expected), new(id), body.Value.Message, body.Value.Mail ?? true), bus, http.Response, StatusCodes.Status200OK, ct);

    public static Task<IResult> HoldAsync(string cluster, Guid id, RequestBody<HoldingRequest> body, RepeatKey key, ExpectedPosition expected, Caller caller, IMessageBus bus, HttpContext http, CancellationToken ct) =>
        MeetingAct.AnswerAsync(new HoldMeeting(WriteRequests.Of(http, cluster, caller, body, key, expected), new(id), body.Value), bus, http.Response, StatusCodes.Status200OK, ct);

    public static Task<IResult> ApproveAsync(string cluster, Guid id, RequestBody<ApprovalRequest> body, RepeatKey key, ExpectedPosition expected, Caller caller, IMessageBus bus, HttpContext http, CancellationToken ct) =>
        MeetingAct.AnswerAsync(
            new ApproveMinutes(
                WriteRequests.Of(http, cluster, caller, body, key, expected), new(id), [.. (body.Value.By ?? []).Select(p => new PersonId(p))], body.Value.At is { } at ? new MeetingId(at) : null),
            bus, http.Response, StatusCodes.Status200OK, ct);

    public static Task<IResult> PublishAsync(string cluster, Guid id, RequestBody<PublicationRequest> body, RepeatKey key, ExpectedPosition expected, Caller caller, IMessageBus bus, HttpContext http, CancellationToken ct) =>
        MeetingAct.AnswerAsync(new PublishMinutes(WriteRequests.Of(http, cluster, caller, body, key, expected), new(id)), bus, http.Response, StatusCodes.Status200OK, ct);
}
