using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Governance.Api.Features.Recording.Forms;
using Governance.Domain.Time;
using Governance.Domain.Views;

namespace Governance.Api.Features.Recording.Entries;

/// <summary>A length of time: <c>2 år</c>, <c>18 måneder</c>, or as it is stored.</summary>
public sealed partial class LengthEntry : Entry
{
    public override JsonNode? Read(SentFields sent, string path, ReferenceChoices known)
    {
        var typed = sent[path];
        if (Written().Match(typed) is not { Success: true } match || typed.Length == 0) return Text(typed);
        var stored = "P" + Part("y", 'Y') + Part("m", 'M') + Part("d", 'D');
        return Text(stored.Length > 1 ? stored : typed);

        string Part(string group, char unit) => match.Groups[group].Success ? match.Groups[group].Value + unit : "";
    }

    public override Control Show(JsonNode? value, string path, ReferenceChoices known) =>
        new Line(path, TermLength.TryParse(TextOf(value), out var length) ? Wording.Length(length, known.Language) : TextOf(value)) { IsShort = true };

    [GeneratedRegex(
        "^((?<y>[0-9]{1,3}) ?(år|years?))?,? ?((og|and) )?((?<m>[0-9]{1,3}) ?(måned(er)?|mnd\\.?|months?))?,? ?((og|and) )?((?<d>[0-9]{1,3}) ?(dag(er)?|days?))?$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 100)]
    private static partial Regex Written();
}
