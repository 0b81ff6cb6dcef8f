using Governance.Api.Http.Binding;
using Governance.Api.Http.Problems;

namespace Governance.Api.Http;

/// <summary>A part of a request that an endpoint takes. If any part is at fault the endpoint is not called, and one problem tells the faults of all.</summary>
public abstract class RequestPart
{
    /// <summary>What is wrong with it.</summary>
    public IReadOnlyList<Fault> Faults { get; protected init; } = [];

    /// <summary>Why it could not be read at all.</summary>
    public Problem? Refusal { get; protected init; }

    /// <summary>Sees to it that an endpoint with such a part is only called when all are sound.</summary>
    protected static void Guard(EndpointBuilder endpoint)
    {
        if (endpoint.Metadata.OfType<Guarded>().Any()) return;
        endpoint.Metadata.Add(new Guarded());
        endpoint.FilterFactories.Add((_, next) => context => Wrong(context) is { } problem ? ValueTask.FromResult<object?>(problem) : next(context));
    }

    private static Problem? Wrong(EndpointFilterInvocationContext context)
    {
        List<Fault>? faults = null;
        foreach (var argument in context.Arguments)
        {
            if (argument is not RequestPart part) continue;
            if (part.Refusal is { } refusal) return refusal;
            if (part.Faults.Count > 0) (faults ??= []).AddRange(part.Faults);
        }

        if (UnknownParameters.Of(context.HttpContext) is { Count: > 0 } unknown) (faults ??= []).AddRange(unknown);
        return faults is null ? null : Problem.Malformed(faults);
    }

    /// <summary>Marks an endpoint that refuses what is wrong with its parts.</summary>
    internal sealed class Guarded;
}
