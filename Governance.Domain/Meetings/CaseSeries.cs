using System.Globalization;
using System.Text.RegularExpressions;
using Governance.Domain.Bodies;
using Governance.Domain.Clusters;

namespace Governance.Domain.Meetings;

/// <summary>The case numbers of a body, counted by year: <c>12/26</c> after <c>11/26</c>, whether a decision has that number or an agenda has taken it.</summary>
public static partial class CaseSeries
{
    /// <summary>The number that comes next; null where the body numbers its decisions in no such way.</summary>
    public static string? Next(ClusterHistory history, BodyId? body, int year)
    {
        var heads = history.Decisions.Values.Select(d => d.Current.Head).Where(h => h.DecidedBy == body).ToList();
        var numbered = heads.Where(h => h.CaseNumber is not null).Select(h => (h.DecidedOn.First.Year, Match: Form().Match(h.CaseNumber!)))
            .Concat(history.AgendaNumbers.Keys.Where(k => k.Body == body).Select(k => (k.Year, Match: Form().Match(k.Number.Text)))).Where(n => n.Match.Success).ToList();
        if (heads.Count > 0 && numbered.Count == 0) return null;
        var digits = numbered.Count > 0 ? numbered[^1].Match.Groups["year"].Length : 2;
        var last = numbered.Where(n => n.Year == year).Select(n => int.Parse(n.Match.Groups["number"].Value, CultureInfo.InvariantCulture)).DefaultIfEmpty(0).Max();
        return $"{last + 1}/{(digits == 4 ? year : year % 100):00}";
    }

    /// <summary>So many numbers that come next, counted from one where the body has had no such.</summary>
    public static IEnumerable<string> From(ClusterHistory history, BodyId body, int year)
    {
        var next = Next(history, body, year) ?? $"1/{year % 100:00}";
        var (number, rest) = (int.Parse(next[..next.IndexOf('/')], CultureInfo.InvariantCulture), next[next.IndexOf('/')..]);
        while (true) yield return $"{number++}{rest}";
    }

    [GeneratedRegex("^(?<number>[0-9]{1,6})/(?<year>[0-9]{2}|[0-9]{4})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Form();
}
