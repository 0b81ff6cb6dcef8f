using System.Reflection;
using Governance.Api.Http;
using Governance.Api.Http.Problems;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Governance.Api.Features.Pages;

/// <summary>The parameters that a page reads from its address by itself, besides those that it binds and those of all pages.</summary>
public interface IReadsParameters
{
    /// <summary>Their words.</summary>
    IEnumerable<string> Parameters { get; }
}

/// <summary>Refuses parameters that a page does not read, when it is known who asks. What a page binds it reads: properties, and what its handler takes.</summary>
public sealed class KnownParameters : IAsyncPageFilter
{
    private const string Handler = "handler";

    private static readonly string[] everywhere = [.. QueryParameters.Words<ReadAt>(), Site.DoneWord, Handler];

    /// <inheritdoc/>
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        // A cluster's pages refuse them with what else they cannot read.
        var query = context.HttpContext.Request.Query;
        if (query.Count > 0 && context.HandlerInstance is not IReadsAllParameters && UnknownParameters.OfPage(query, [.. Known(context)]) is { Count: > 0 } faults)
            context.Result = new AnswerResult(Problem.Malformed(faults));
        else await next();
    }

    private static IEnumerable<string> Known(PageHandlerExecutingContext context) =>
    [
        .. context.HandlerInstance is IReadsParameters page ? page.Parameters : [],
        .. context.HandlerMethod?.Parameters.Where(p => p.ParameterType != typeof(CancellationToken)).Select(p => p.Name) ?? [],
        .. context.HandlerInstance.GetType().GetProperties().Select(p => (p.Name, p.GetCustomAttribute<BindPropertyAttribute>())).Where(p => p.Item2 is { SupportsGet: true }).Select(p => p.Item2!.Name ?? p.Name),
        .. everywhere,
    ];
}

/// <summary>A page that refuses by itself what it does not read.</summary>
public interface IReadsAllParameters;
