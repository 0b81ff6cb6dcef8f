using Governance.Domain.Bodies;
using Governance.Domain.Decisions;
using Governance.Domain.Values;

namespace Governance.Domain.Clusters;

/// <summary>What is said of a body that is named and not there on the day: because it is not there yet, or not any more, or is unknown.</summary>
internal static class BodyLookup
{
    private const int MostCandidates = 10;

    /// <param name="ever">All bodies that there ever are.</param>
    /// <param name="then">The cluster on the day; null before it was founded.</param>
    /// <param name="text">A name or an id.</param>
    public static Violation Missing(IEnumerable<Body> ever, Cluster? then, string text)
    {
        var gone = ever.Where(b => then?.LivingBody(b.Id) is null && Means(b, text)).ToList();
        return gone is [var body]
            ? new(ViolationCode.NotInExistence) { Body = body.Id, ValidFrom = body.Established, ValidThrough = (then?.Bodies.GetValueOrDefault(body.Id)?.Dissolved ?? body.Dissolved)?.Previous }
            : new(gone.Count > 1 ? ViolationCode.NotInExistence : ViolationCode.UnknownBody) { Candidates = gone.Count > 1 ? [] : Alike(then, text) };
    }

    private static bool Means(Body body, string text) => Guid.TryParse(text, out var id) ? body.Id.Value == id : body.Names.All.Any(n => n.Bears(Name.Of(text)));

    /// <summary>Bodies that bore the name at another time, and those whose name it is part of, or that is part of theirs.</summary>
    private static IReadOnlyList<Candidate> Alike(Cluster? then, string text)
    {
        if (then is null || text.StartsWith('#') || Guid.TryParse(text, out _) || Name.Of(text) is not { Text.Length: > 0 } name) return [];
        return [.. then.Bodies.Values
            .Where(b => b.Names.All.Any(n => n.Bears(name)) || Spelling.Holds(b.Name.Text, name.Text) || Spelling.Holds(name.Text, b.Name.Text))
            .OrderBy(b => b.Name.Text, Alphabetical.Order).ThenBy(b => b.Id.Value).Take(MostCandidates)
            .Select(b => new Candidate(b.Id.Value, b.Name.Text))];
    }
}
