using Governance.Api.EventStore;
using Governance.Api.EventStore.Archive;
using Governance.Api.Http.Problems;

namespace Governance.Api.Features.Exports;

/// <summary>The whole log, whatever the day or the moment of knowledge, streamed as it is read.</summary>
internal static class ExportEvents
{
    public const string MediaType = "application/x-ndjson";

    public static async Task<IResult> HandleAsync(string cluster, EventLog log, HttpContext http, CancellationToken ct)
    {
        if (await log.HeadAsync(cluster, ct) is null) return Problem.NotFound;
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Stream(to => ArchiveWriter.WriteAsync(log.ReadArchiveAsync(cluster, ct), to, ct: ct), MediaType, $"{cluster}.ndjson");
    }
}
