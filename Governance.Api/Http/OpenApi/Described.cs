using Governance.Api.Http.Problems;

namespace Governance.Api.Http.OpenApi;

/// <summary>What an endpoint says of itself for its description; the rest is read from its parameters.</summary>
public static class Described
{
    /// <summary>Names the endpoint and says what it answers.</summary>
    /// <param name="name">Unique, in Pascal case: clients make their method's name of it.</param>
    public static RouteHandlerBuilder Answers<TView>(this RouteHandlerBuilder endpoint, string name, string summary, int status = StatusCodes.Status200OK) =>
        endpoint.WithName(name).WithSummary(summary).Produces<TView>(status);

    /// <summary>Says which refusals of its own it has, besides those that its parameters and its method bring.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params ProblemType[] types) => endpoint.WithMetadata(new RefusalMetadata(types));
}

/// <summary>The refusals of an endpoint's own.</summary>
public sealed record RefusalMetadata(IReadOnlyList<ProblemType> Types);
