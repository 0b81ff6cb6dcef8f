using Governance.Api.Http.Problems;
using Microsoft.OpenApi;

namespace Governance.Api.Http.OpenApi;

/// <summary>What an endpoint says of itself for its description; the rest is read from its parameters.</summary>
public static class Described
{
    /// <summary>Names the endpoint and says what it answers.</summary>
    /// <param name="name">Unique, in Pascal case: clients make their method's name of it.</param>
    public static RouteHandlerBuilder Answers<TView>(this RouteHandlerBuilder endpoint, string name, string summary, int status = StatusCodes.Status200OK) =>
        endpoint.WithName(name).WithSummary(summary).Produces<TView>(status);

    /// <summary>Says in which other forms, all of them text, the answer comes.</summary>
    public static RouteHandlerBuilder AlsoAs(this RouteHandlerBuilder endpoint, params string[] mediaTypes) => endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
    {
        if (operation.Responses?["200"].Content is { } content)
            foreach (var mediaType in mediaTypes) content[mediaType] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
        return Task.CompletedTask;
    });

    /// <summary>Says which refusals of its own it has, besides those that its parameters and its method bring.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params ProblemType[] types) => endpoint.WithMetadata(new RefusalMetadata(types));

    /// <summary>Says that what is answered and taken is no part of the cluster's history: no position, nothing to keep, no rule to break.</summary>
    public static T Unkept<T>(this T endpoints) where T : IEndpointConventionBuilder => endpoints.WithMetadata(new UnkeptMetadata());
}

/// <summary>No part of the cluster's history.</summary>
public sealed record UnkeptMetadata;

/// <summary>The refusals of an endpoint's own.</summary>
public sealed record RefusalMetadata(IReadOnlyList<ProblemType> Types);
