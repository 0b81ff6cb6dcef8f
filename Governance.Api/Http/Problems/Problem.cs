using System.Diagnostics;
using Governance.Api.Clusters;
using Governance.Api.Http.Binding;
using Governance.Domain.Decisions;
using Governance.Domain.Values;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Api.Http.Problems;

/// <summary>A refusal, answered as RFC 9457 has it, in the language that was asked for.</summary>
public sealed record Problem(ProblemType Type, Phrase Detail) : IResult
{
    /// <summary>What the body is.</summary>
    public const string ContentType = "application/problem+json";

    /// <summary>What is wrong with the form of the request, and where.</summary>
    public IReadOnlyList<Fault> Faults { get; init; } = [];

    /// <summary>More members, by name, as JSON.</summary>
    public IReadOnlyDictionary<string, Func<Language, object>> Members { get; init; } = new Dictionary<string, Func<Language, object>>();

    /// <summary>After how many seconds to try again.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>The request has not the form it must have.</summary>
    public static Problem Malformed(IReadOnlyList<Fault> faults) => new(ProblemType.Malformed, new("Se faults for alt som er galt.", "See faults for all that is wrong.")) { Faults = faults };

    /// <summary>Nothing here, or nothing for this caller; nothing is told of which.</summary>
    public static Problem NotFound { get; } = new(ProblemType.NotFound, new("Det er ingenting på denne adressen.", "There is nothing at this address."));

    /// <summary>No login where one is needed.</summary>
    public static Problem Unauthenticated { get; } = new(ProblemType.Unauthenticated, new("Send en nøkkel, med Bearer foran, i Authorization.", "Send a key, with Bearer before it, in Authorization."));

    /// <summary>A login that does not count.</summary>
    public static Problem UnknownKey { get; } = new(ProblemType.Unauthenticated, new("Nøkkelen er ukjent, utløpt eller trukket tilbake.", "The key is not known, or has expired or been revoked."));

    /// <summary>A login without the role it takes.</summary>
    public static Problem Forbidden { get; } = new(ProblemType.Forbidden, new("Innloggingen har ikke rollen som trengs.", "The login does not have the role it takes."));

    /// <summary>The database or this node cannot answer right now.</summary>
    public static Problem NotReady { get; } = new(ProblemType.NotReady, new("Prøv igjen om litt.", "Try again in a moment.")) { RetryAfter = 1 };

    /// <summary>More wait to write to the cluster than should; nothing of the request was begun.</summary>
    public static Problem TooBusy { get; } = new(ProblemType.TooBusy, new("Ingenting er registrert. Prøv igjen om litt.", "Nothing is recorded. Try again in a moment.")) { RetryAfter = 1 };

    /// <summary>More ask at once for what takes much to answer than should.</summary>
    public static Problem TooManyReads { get; } = new(ProblemType.TooManyReads, new("Prøv igjen om litt.", "Try again in a moment.")) { RetryAfter = 1 };

    /// <summary>Something in the request cannot be true.</summary>
    public static Problem RuleViolated(IReadOnlyList<Violation> violations, LiveCluster cluster) => new(ProblemType.RuleViolated, new("Se violations for alt som står i veien.", "See violations for all that stands in the way."))
    {
        Members = Only("violations", language => violations.Select(violation => ViolationView.Of(violation, cluster, language)).ToList()),
    };

    /// <summary>The same key was used before by another request.</summary>
    public static Problem IdempotencyKeyReused { get; } = new(
        ProblemType.IdempotencyKeyReused, new("Den samme Idempotency-Key ble brukt med et annet innhold.", "The same Idempotency-Key was used with another body."));

    /// <summary>Others were first every time, or a name means something else now.</summary>
    public static Problem Conflict { get; } = new(
        ProblemType.Conflict, new("Andre registrerte noe samtidig. Les på nytt og send igjen.", "Others recorded something at the same time. Read again and send again."));

    /// <summary>The cluster is not at the position asked for.</summary>
    /// <param name="since">What was registered since, as in the feed.</param>
    public static Problem StalePosition(Func<Language, object> since) => new(
        ProblemType.StalePosition, new("Se since for det som er registrert siden.", "See since for what was registered since."))
    {
        Members = Only("since", since),
    };

    private static Dictionary<string, Func<Language, object>> Only(string name, Func<Language, object> member) => new(StringComparer.Ordinal) { [name] = member };

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Type.Status;
        response.Headers.CacheControl = "no-store";
        if (RetryAfter is { } seconds) response.Headers.RetryAfter = seconds.ToString();
        if (httpContext.Features.Get<ProblemForm>() is { } form)
        {
            await form(httpContext, this);
            return;
        }

        response.ContentType = ContentType;
        var body = Json.Bytes(Details(httpContext));
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, httpContext.RequestAborted);
    }

    private ProblemDetails Details(HttpContext context)
    {
        var language = Languages.Of(context.Request);
        var details = new ProblemDetails
        {
            Type = Type.Address,
            Title = Type.Title.In(language),
            Status = Type.Status,
            Detail = Detail.In(language),
            Instance = context.Request.PathBase + context.Request.Path,
            Extensions = { ["traceId"] = TraceOf(context) },
        };
        if (Faults.Count > 0) details.Extensions["faults"] = Faults.Select(fault => new { fault.Path, Message = fault.Message.In(language) });
        foreach (var (name, member) in Members) details.Extensions[name] = member(language);
        return details;
    }

    /// <summary>What finds this request in logs and traces.</summary>
    public static string TraceOf(HttpContext context) => Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;
}

/// <summary>Writes the body of a problem in another form than JSON, to a request that has one as a feature.</summary>
public delegate Task ProblemForm(HttpContext context, Problem problem);
