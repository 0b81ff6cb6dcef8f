using Governance.Api.EventStore;
using Governance.Api.EventStore.Archive;
using Governance.Api.EventStore.Heads;
using Governance.Api.Features.Privacy;
using Governance.Api.Http.Answers;
using Governance.Api.Http.Problems;
using Governance.Api.Security;

namespace Governance.Api.Features.Exports;

/// <summary>The whole log, whatever the day or the moment of knowledge, streamed as it is read.</summary>
internal static class ExportEvents
{
    public const string MediaType = "application/x-ndjson";

    public static async Task<IResult> HandleAsync(string cluster, Caller caller, EventLog log, HeadSigner signer, PrivateReads reads, ReadLimiter limiter, HttpContext http, CancellationToken ct)
    {
        var place = await limiter.EnterAsync(ReadCost.Stream, ct);
        http.Response.RegisterForDispose(place);
        if (!place.IsAcquired) return Problem.TooManyReads;
        if (await log.HeadAsync(cluster, ct) is null) return Problem.NotFound;
        await reads.NoteAllAsync(cluster, caller.ActorId!, PrivateReads.Archive, ct);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Stream(to => ArchiveWriter.WriteAsync(log.ReadArchiveAsync(cluster, signer, ct), to, ct: ct), MediaType, $"{cluster}.ndjson");
    }
}
