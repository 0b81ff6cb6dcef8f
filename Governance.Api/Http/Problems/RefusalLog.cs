using System.Collections.Concurrent;

namespace Governance.Api.Http.Problems;

/// <summary>Logs what goes wrong with requests: by the pattern of their route, never by their path, where clients may write anything; and of refusals that repeat a line a second, whoever sends them.</summary>
public sealed partial class RefusalLog(ILogger<RefusalLog> log, TimeProvider clock)
{
    private const string Other = "_OTHER", Nowhere = "no route";
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly HashSet<string> methods = new(StringComparer.Ordinal) { "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS" };

    // As many as there are routes and reasons.
    private readonly ConcurrentDictionary<(string Method, string Route, string Kind), Repeats> told = new();

    /// <summary>That something is our fault.</summary>
    public void Failed(HttpContext context, Exception failure) => LogFailure(failure, MethodOf(context), RouteOf(context), Problem.TraceOf(context));

    /// <summary>That a request was refused.</summary>
    /// <param name="kind">A word for the reason: the same for refusals that are alike.</param>
    public void Refused(HttpContext context, string kind, string reason)
    {
        var (method, route) = (MethodOf(context), RouteOf(context));
        if (told.GetOrAdd((method, route, kind), _ => new()).Passed(clock, out var more)) LogRefusal(method, route, Problem.TraceOf(context), reason, more);
    }

    private static string MethodOf(HttpContext context) => methods.Contains(context.Request.Method) ? context.Request.Method : Other;

    private static string RouteOf(HttpContext context) => (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? Nowhere;

    [LoggerMessage(LogLevel.Error, "{Method} {Route} failed, trace {Trace}")]
    private partial void LogFailure(Exception failure, string method, string route, string trace);

    [LoggerMessage(LogLevel.Warning, "{Method} {Route} was turned away, trace {Trace}: {Reason} ({More} more like it before)")]
    private partial void LogRefusal(string method, string route, string trace, string reason, int more);

    private sealed class Repeats
    {
        private readonly Lock door = new();
        private long? last;
        private int more;

        /// <summary>Whether it is time for a line again, and how many there were without one.</summary>
        public bool Passed(TimeProvider clock, out int since)
        {
            lock (door)
            {
                since = more;
                if (last is { } before && clock.GetElapsedTime(before) < Pause)
                {
                    more++;
                    return false;
                }
                (last, more) = (clock.GetTimestamp(), 0);
                return true;
            }
        }
    }
}
