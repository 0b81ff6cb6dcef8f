using Governance.Domain.Values;

namespace Governance.Api.Http.Problems;

/// <summary>A kind of refusal: its status, the last part of its type <c>/problems/…</c>, and what it is called.</summary>
public sealed record ProblemType(int Status, string Word, Phrase Title)
{
    public static ProblemType Malformed { get; } = new(400, "malformed", new("Forespørselen har feil form", "The request is malformed"));

    public static ProblemType Unauthenticated { get; } = new(401, "unauthenticated", new("Innlogging kreves", "A login is needed"));

    public static ProblemType Forbidden { get; } = new(403, "forbidden", new("Ikke tillatt", "Not allowed"));

    public static ProblemType NotFound { get; } = new(404, "not-found", new("Finnes ikke", "Not found"));

    public static ProblemType MethodNotAllowed { get; } = new(405, "method-not-allowed", new("Metoden kan ikke brukes her", "The method cannot be used here"));

    public static ProblemType NotAcceptable { get; } = new(406, "not-acceptable", new("Svaret finnes ikke i ønsket format", "The answer does not come in that format"));

    public static ProblemType Conflict { get; } = new(409, "conflict", new("Noe er endret i mellomtiden", "Something changed meanwhile"));

    public static ProblemType StalePosition { get; } = new(412, "stale-position", new("Posisjonen er ikke lenger den siste", "The position is no longer the latest"));

    public static ProblemType TooLarge { get; } = new(413, "too-large", new("Forespørselen er for stor", "The request is too large"));

    public static ProblemType UnsupportedMediaType { get; } = new(415, "unsupported-media-type", new("Formatet støttes ikke", "The format is not supported"));

    public static ProblemType RuleViolated { get; } = new(422, "rule-violated", new("Vedtaket bryter med det som alt er registrert", "The decision contradicts what is recorded already"));

    public static ProblemType IdempotencyKeyReused { get; } = new(422, "idempotency-key-reused", new("Nøkkelen er brukt om noe annet", "The key was used for something else"));

    public static ProblemType TooManyRequests { get; } = new(429, "too-many-requests", new("For mange forespørsler", "Too many requests"));

    public static ProblemType InternalError { get; } = new(500, "internal-error", new("Noe gikk galt hos oss", "Something went wrong on our side"));

    public static ProblemType NotReady { get; } = new(503, "not-ready", new("Ikke klar ennå", "Not ready"));

    public static ProblemType TooBusy { get; } = new(503, "too-busy", new("For mange skriver samtidig", "Too many are writing at once"));

    public static ProblemType TooManyReads { get; } = new(503, "too-many-reads", new("For mange tunge oppslag samtidig", "Too many heavy reads at once"));

    /// <summary>Every kind.</summary>
    public static IReadOnlyList<ProblemType> All { get; } =
    [
        Malformed, Unauthenticated, Forbidden, NotFound, MethodNotAllowed, NotAcceptable, Conflict, StalePosition, TooLarge, UnsupportedMediaType,
        RuleViolated, IdempotencyKeyReused, TooManyRequests, InternalError, NotReady, TooBusy, TooManyReads,
    ];

    /// <summary>As the member <c>type</c> has it.</summary>
    public string Address => "/problems/" + Word;
}
