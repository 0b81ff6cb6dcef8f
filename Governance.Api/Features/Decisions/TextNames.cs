using System.Globalization;
using System.Text.RegularExpressions;
using Governance.Api.Features.Recording.Words;
using Governance.Domain.Clusters;
using Governance.Domain.Decisions;
using Governance.Domain.Values;

namespace Governance.Api.Features.Decisions;

/// <summary>What the texts of a decision are called, by their place in it: <c>changes[1].points[0]</c> is point 1 of the mandate in change 2.</summary>
internal static partial class TextNames
{
    public static Phrase Of(RecordedDecision decision, string path)
    {
        if (path == "annulment.reason") return new("Begrunnelsen for annulleringen", "The reason of the annulment");
        var match = Place().Match(path);
        var (revision, change) = (Number(match.Groups["revision"]), Number(match.Groups["change"]));
        var of = change is { } index ? Kind(revision is { } number ? decision.Revisions[number] : decision.Current, index) : match.Groups["list"].Value == "links" ? "link" : MemberWords.Decision;
        var told = new List<Phrase>();
        if (revision is { } earlier) told.Add(new($"Slik det sto først ({earlier + 1})", $"As it stood before ({earlier + 1})"));
        if (change is { } place) told.Add(new($"Endring {place + 1}, {ChangeWords.Of(of).Nb}", $"Change {place + 1}, {ChangeWords.Of(of).En}"));
        if (Number(match.Groups["item"]) is { } item) told.Add(of == "link" ? new($"Lenke {item + 1}", $"Link {item + 1}") : new($"Plass {item + 1}", $"Seat {item + 1}"));
        told.Add(Member(of, match.Groups["member"].Value));
        if (Number(match.Groups["line"]) is { } line) told.Add(new($"Nummer {line + 1}", $"Number {line + 1}"));
        return new(string.Join(": ", told.Select(t => t.Nb)), string.Join(": ", told.Select(t => t.En)));
    }

    private static Phrase Member(string of, string word) => (of, word) switch
    {
        (MemberWords.Decision, "decidedByText") => new("Vedtatt av", "Decided by"),
        (MemberWords.Decision, "reason") => new("Begrunnelsen for rettingen", "The reason of the correction"),
        _ => MemberWords.Of(of, word).Label,
    };

    private static string Kind(Revision revision, int change)
    {
        var at = revision.Facts.Index().First(f => f.Item.Index == change + 1).Index;
        return Words.OfType(Recall.TypeOf(revision.Facts[at].Event, revision.Refs[at]));
    }

    private static int? Number(Group group) => group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(
        "^(revisions\\[(?<revision>[0-9]+)\\]\\.)?(changes\\[(?<change>[0-9]+)\\]\\.)?((?<list>links|seats)\\[(?<item>[0-9]+)\\]\\.)?(?<member>[a-zA-Z]+)(\\[(?<line>[0-9]+)\\])?$",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Place();
}
