using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Governance.Api.Http;
using Governance.Api.Http.Answers;
using Governance.Api.Http.Problems;
using Governance.Domain.Clusters;
using Governance.Domain.Time;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Api.Features.Search;

/// <summary>What to look for, and which piece of what is found.</summary>
public sealed record SearchQuestion(
    [Description("Words, by their stem or their beginning; \"words in a row\", -without, this or that.")] string Q,
    [Description("Only what is of this kind.")] SearchKind? Type = null,
    [Description("The next of the piece before.")] string? After = null,
    [Description("How many at most.")][Range(1, 100)] int Limit = 20,
    [Description("The language of names and messages.")] Language Lang = Language.Nb);

/// <summary>Something that was found. <c>ValidThrough</c> is the last day of a name or mandate that is no longer in force.</summary>
/// <param name="Name">As it is called today; of a mandate its body.</param>
/// <param name="Date">The day concerned: of the decision, or the first of the name or mandate.</param>
/// <param name="Snippet">The text by which it was found; the pieces make one text.</param>
public sealed record SearchHit(
    SearchKind Kind, Guid Id, string Name, string? CaseNumber, DecisionStatus? Status, PartialDate? Date, PartialDate? ValidThrough, IReadOnlyList<Fragment> Snippet, string Link);

/// <summary>What was found, the best first.</summary>
public sealed record SearchAnswer(string Q, IReadOnlyList<SearchHit> Hits, string? Next);

/// <summary>Searches decisions, bodies, people, partners and mandates, as known now.</summary>
internal static class ReadSearch
{
    private const int LongestQuestion = 300;

    public static async Task<IResult> HandleAsync(string cluster, QueryParameters<SearchQuestion> asked, QueryParameters<ReadSince> since, ClusterViews views, SearchIndex index, ReadLimiter limiter, HttpContext http, CancellationToken ct)
    {
        var (seen, refusal) = await views.SeeAsync(http, cluster, since.Value, new(Lang: asked.Value.Lang), ct);
        if (seen is null) return refusal!;
        var (place, busy) = await limiter.TakeAsync(http, ReadCost.Database, ct);
        if (place is null) return busy!;
        using var held = place;
        var (answer, problem) = await FindAsync(cluster, asked.Value, seen, index, ct);
        return answer is null ? problem! : new Answer(Rendered.Of(Json.Bytes(answer), Reads.JsonType), seen.Version.Position, seen.Freshness);
    }

    /// <summary>What is found, or why nothing can be.</summary>
    public static async Task<(SearchAnswer? Answer, Problem? Refusal)> FindAsync(string cluster, SearchQuestion question, Seen seen, SearchIndex index, CancellationToken ct)
    {
        if (question.Q.Length > LongestQuestion) return (null, Problem.Malformed([new("?q", new($"Kan ha høyst {LongestQuestion} tegn.", $"Can have at most {LongestQuestion} characters."))]));
        if (!SearchCursor.TryParse(question.After, out var after)) return (null, Problem.Malformed([new("?after", new("Er ikke en next herfra.", "Is not a next from here."))]));
        if (!await index.ReachAsync(cluster, seen.Version.Position, ct)) return (null, Problem.NotReady);
        var sentence = Sentence.Of(question.Q);
        var matches = await index.FindAsync(cluster, sentence, question.Type, seen.View.Audience == Audience.Reader, seen.Version.Today, ct);
        var piece = Visible(seen.View, matches).Where(f => after is null || f.Place.InOrder.CompareTo(after.InOrder) > 0).Take(question.Limit + 1).ToList();
        var shown = piece.Take(question.Limit).ToList();
        var snippets = await index.SnippetsAsync(cluster, sentence, [.. shown.Select(f => f.Match)], ct);
        var hits = shown.Zip(snippets, (f, snippet) => Hit(cluster, f.Match, f.Thing, snippet)).ToList();
        return (new(question.Q, hits, piece.Count > question.Limit ? shown[^1].Place.ToString() : null), null);
    }

    /// <summary>What may be seen, each by the text that fits best, the best first.</summary>
    private static IEnumerable<(Match Match, SearchResult Thing, SearchCursor Place)> Visible(Viewpoint view, IEnumerable<Match> matches)
    {
        var sought = new SearchResults(view);
        return from match in matches
               let thing = sought.Find(match.Kind, match.Id, match.From)
               where thing is not null
               group (Match: match, Thing: thing, Place: new SearchCursor(match.Rank, match.Kind, match.Id)) by (match.Kind, match.Id) into texts
               let best = texts.OrderBy(t => t.Place.InOrder).ThenBy(t => t.Match.Part).First()
               orderby best.Place.InOrder
               select best;
    }

    private static SearchHit Hit(string cluster, Match match, SearchResult thing, IReadOnlyList<Fragment> snippet)
    {
        var path = match.Kind switch
        {
            SearchKind.Decision => $"decisions/{match.Id}",
            SearchKind.Person => $"people/{match.Id}",
            SearchKind.Partner => $"partners/{match.Id}",
            SearchKind.Mandate => $"bodies/{match.Id}?asOf={match.From!.Value.First:yyyy-MM-dd}",
            _ => $"bodies/{match.Id}",
        };
        return new(match.Kind, match.Id, thing.Name, thing.CaseNumber, thing.Status, match.From, match.Through, snippet, $"/api/clusters/{cluster}/{path}");
    }

    /// <summary>A place in what was found, which stays where it is when more is found.</summary>
    private sealed record SearchCursor(long Rank, SearchKind Kind, Guid Id)
    {
        public (long, SearchKind, Guid) InOrder => (-Rank, Kind, Id);

        public override string ToString() => $"{Rank}_{Words.Of(Kind)}_{Id}";

        public static bool TryParse(string? text, out SearchCursor? place)
        {
            place = null;
            if (text is null) return true;
            if (text.Split('_') is not [var rank, var kind, var id]) return false;
            if (!long.TryParse(rank, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || !Words.TryParse<SearchKind>(kind, out var word) || !Guid.TryParse(id, out var guid)) return false;
            place = new(number, word, guid);
            return true;
        }
    }
}
