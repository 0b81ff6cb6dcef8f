using Governance.Api.Http.Binding;
using Governance.Api.Http.Problems;

namespace Governance.Api.Http;

/// <summary>Refuses parameters that nothing here reads, so that a slip never passes for an answer to what was asked.</summary>
public static class UnknownParameters
{
    private static readonly string[] machines = ["/api", "/health", "/openapi"];

    // Put behind links by newsletters and networks; they ask nothing.
    private static readonly string[] decorations = ["utm_", "fbclid", "gclid", "msclkid", "mc_cid", "mc_eid"];

    /// <summary>A fault for each parameter that is none of the known; of more than are told only the number.</summary>
    public static IReadOnlyList<Fault> Of(IQueryCollection query, IReadOnlyList<string> known)
    {
        var reading = new RequestReader();
        foreach (var word in query.Keys.Where(word => !known.Contains(word, StringComparer.OrdinalIgnoreCase)))
            reading.Fault(JsonLocation.Query(Text.Beginning(word)), FaultMessages.UnknownParameter(word, known));
        return reading.Faults;
    }

    /// <summary>The same of a page, which people reach by links that others have written more behind.</summary>
    public static IReadOnlyList<Fault> OfPage(IQueryCollection query, IReadOnlyList<string> known) =>
        Of(new QueryCollection(query.Where(q => !Array.Exists(decorations, d => q.Key.StartsWith(d, StringComparison.OrdinalIgnoreCase))).ToDictionary(q => q.Key, q => q.Value, StringComparer.OrdinalIgnoreCase)), known);

    /// <summary>What of a request's parameters its endpoint does not read.</summary>
    public static IReadOnlyList<Fault> Of(HttpContext context)
    {
        if (context.Request.Query.Count == 0 || context.GetEndpoint() is not { } endpoint) return [];
        List<string> known = [.. endpoint.Metadata.OfType<QueryMetadata>().SelectMany(q => q.Shape.Members).Select(m => m.Word).Append(Languages.Word).Distinct()];
        // Where nothing can be tried out that is said of the body.
        var passed = endpoint.Metadata.GetMetadata<BodyMetadata>() is null ? known : [.. known, "dryRun"];
        return Of(context.Request.Query, passed);
    }

    /// <summary>Refuses them where the endpoint takes nothing that does so itself; to be called when it is known who asks.</summary>
    public static void UseUnknownParameters(this IApplicationBuilder app) => app.Use((context, next) =>
        Array.Exists(machines, m => context.Request.Path.StartsWithSegments(m, StringComparison.OrdinalIgnoreCase))
        && context.GetEndpoint()?.Metadata.GetMetadata<RequestPart.Guarded>() is null && Of(context) is { Count: > 0 } faults
            ? Problem.Malformed(faults).ExecuteAsync(context)
            : next(context));
}
