using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Governance.Api.Clusters;
using Governance.Api.Http;
using Governance.Api.Http.Problems;

namespace Governance.Api.Features.Privacy;

/// <summary>Who was shown private data, the latest first.</summary>
/// <param name="Next">What to ask for the ones before by.</param>
public sealed record PrivateReadList(IReadOnlyList<PrivateRead> Reads, long? Next);

/// <summary>Which of them.</summary>
public sealed record PrivateReadQuestion(
    [Description("Only what was shown of this person, or of everybody.")] Guid? Person = null,
    [Description("The next of the piece before.")] long? After = null,
    [Description("How many at most.")][Range(1, 500)] int Limit = 100);

/// <summary>Lists who was shown private data.</summary>
internal static class ReadPrivateReads
{
    public static async Task<IResult> HandleAsync(string cluster, QueryParameters<PrivateReadQuestion> asked, ClusterCache cache, PrivateReads reads, HttpResponse response, CancellationToken ct)
    {
        if (await cache.FindAsync(cluster, ct) is not { } entry) return Problem.NotFound;
        var people = asked.Value.Person is { } person ? Subject.Of(entry.Current.History, person) : null;
        var found = await reads.ListAsync(cluster, people, asked.Value.After, asked.Value.Limit + 1, ct);
        var shown = found.Take(asked.Value.Limit).ToList();
        response.Headers.CacheControl = "private, no-store";
        return TypedResults.Json(new PrivateReadList(shown, found.Count > shown.Count ? shown[^1].Number : null), Json.Options);
    }
}
