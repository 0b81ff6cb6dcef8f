using Governance.Api.Clusters;
using Governance.Api.EventStore;

namespace Governance.Api.Http.Problems;

/// <summary>Turns what was thrown into a problem that tells nothing of it; what is our fault is logged with the trace id.</summary>
public sealed class Failures(RequestDelegate next, RefusalLog log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there any more to be answered; where an answer was begun, as to a stream of events, it ends there.
            if (!context.Response.HasStarted) context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            var problem = ProblemOf(failure);
            if (problem.Type == ProblemType.InternalError) log.Failed(context, failure);
            else if (problem.Type.Status == StatusCodes.Status503ServiceUnavailable) log.Refused(context, problem.Type.Word, failure.Message);
            await problem.ExecuteAsync(context);
        }
    }

    private static Problem ProblemOf(Exception failure) => failure switch
    {
        BadHttpRequestException bad => StatusProblems.Of(bad.StatusCode),
        QueueFullException => Problem.TooBusy,
        not null when failure.IsAway() => Problem.NotReady,
        _ => StatusProblems.Of(500),
    };
}
