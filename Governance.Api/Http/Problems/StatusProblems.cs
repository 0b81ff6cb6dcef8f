namespace Governance.Api.Http.Problems;

/// <summary>The problem that stands for a bare status, as routing and the server answer it.</summary>
public static class StatusProblems
{
    private static readonly Dictionary<int, Problem> byStatus = new()
    {
        [400] = new(ProblemType.Malformed, new("Forespørselen kan ikke leses.", "The request cannot be read.")),
        [401] = Problem.Unauthenticated,
        [403] = Problem.Forbidden,
        [404] = Problem.NotFound,
        [405] = new(ProblemType.MethodNotAllowed, new("Allow sier hvilke metoder som kan brukes.", "Allow says which methods can be used.")),
        [406] = new(ProblemType.NotAcceptable, new("Accept passer ikke med noe av det som finnes her.", "Accept fits none of what there is here.")),
        [413] = new(ProblemType.TooLarge, new("Send 1 MiB eller mindre, til import 32 MiB, i et skjema 512 KiB, til innlogging 16 KiB.", "Send 1 MiB or less, to import 32 MiB, in a form 512 KiB, to sign in 16 KiB.")),
        [415] = new(ProblemType.UnsupportedMediaType, new("Send Content-Type: application/json, i UTF-8.", "Send Content-Type: application/json, in UTF-8.")),
        [429] = new(ProblemType.TooManyRequests, new("Vent så lenge som Retry-After sier.", "Wait as long as Retry-After says.")),
        [500] = new(ProblemType.InternalError, new("Feilen er logget under traceId.", "The error is logged under traceId.")),
        [503] = Problem.NotReady,
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyCollection<Problem> All => byStatus.Values;

    /// <summary>The problem for a status; one that has none of its own counts as malformed or as our error.</summary>
    public static Problem Of(int status) => byStatus.GetValueOrDefault(status) ?? byStatus[status < 500 ? 400 : 500];

    /// <summary>Gives every bare refusal, such as an unknown route's, its problem.</summary>
    public static void UseStatusProblems(this IApplicationBuilder app) =>
        app.UseStatusCodePages(pages => Of(pages.HttpContext.Response.StatusCode).ExecuteAsync(pages.HttpContext));
}
