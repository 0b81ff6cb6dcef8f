using Governance.Api.Http.Problems;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace Governance.Api.Http;

/// <summary>Most bytes of a request's body, whatever its form: 1 MiB, unless its endpoint says otherwise. What says itself to be larger is refused before any of it is read, what does not as soon as it is.</summary>
public sealed class RequestSizes(RequestDelegate next)
{
    /// <summary>Most bytes of a request, where its endpoint says nothing else.</summary>
    public const long Largest = 1 << 20;

    /// <summary>Most bytes of an import.</summary>
    public const long LargestImport = 32 << 20;

    /// <summary>Most bytes of a form of someone with a role: a large body constituted anew, with its mandate.</summary>
    public const int LargestForm = 512 << 10;

    /// <summary>Most bytes of a form that anyone may send: to sign in by.</summary>
    public const int LargestOpenForm = 16 << 10;

    /// <summary>Judges the size.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var largest = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? Largest;
        var size = context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>();
        if (context.Request.ContentLength <= largest || context.Request.ContentLength is null)
        {
            size.MaxRequestBodySize = largest;
            return next(context);
        }
        // What the client sends all the same is thrown away as it comes, so that it hears why it is refused.
        size.MaxRequestBodySize = LargestImport;
        return StatusProblems.Of(StatusCodes.Status413PayloadTooLarge).ExecuteAsync(context);
    }
}

/// <summary>What an endpoint takes instead.</summary>
public static class RequestSizeLimits
{
    /// <summary>Lets an endpoint take an import's size.</summary>
    public static TBuilder TakesImports<TBuilder>(this TBuilder endpoints) where TBuilder : IEndpointConventionBuilder => endpoints.Takes(RequestSizes.LargestImport);

    /// <summary>Lets an endpoint take so many bytes.</summary>
    public static TBuilder Takes<TBuilder>(this TBuilder endpoints, long bytes) where TBuilder : IEndpointConventionBuilder => endpoints.WithMetadata(new Limit(bytes));

    internal sealed record Limit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
}
