using System.Globalization;
using System.Text.RegularExpressions;
using Governance.Domain.Bodies;
using Governance.Domain.Clusters;

namespace Governance.Api.Features.Recording.Forms;

/// <summary>The case number that comes next, where a body numbers its decisions by year: <c>12/22</c> after <c>11/22</c>.</summary>
public static partial class CaseNumbers
{
    /// <summary>Null where the body gives no such numbers.</summary>
    public static string? Next(ClusterHistory history, BodyId? body, int year)
    {
        var heads = history.Decisions.Values.Select(d => d.Current.Head).Where(h => h.DecidedBy == body).ToList();
        var numbered = heads.Where(h => h.CaseNumber is not null).Select(h => (h.DecidedOn.First.Year, Match: Form().Match(h.CaseNumber!))).Where(n => n.Match.Success).ToList();
        if (heads.Count > 0 && numbered.Count == 0) return null;
        var digits = numbered.Count > 0 ? numbered[^1].Match.Groups["year"].Length : 2;
        var last = numbered.Where(n => n.Year == year).Select(n => int.Parse(n.Match.Groups["number"].Value, CultureInfo.InvariantCulture)).DefaultIfEmpty(0).Max();
        return $"{last + 1}/{(digits == 4 ? year : year % 100):00}";
    }

    [GeneratedRegex("^(?<number>[0-9]{1,6})/(?<year>[0-9]{2}|[0-9]{4})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Form();
}
