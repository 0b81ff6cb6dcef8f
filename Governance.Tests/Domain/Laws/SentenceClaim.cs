using System.Text.RegularExpressions;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Tests.Domain.Laws;

/// <summary>Reads off a sentence what it says of its day, and whether the structure of that day has it so.</summary>
internal static partial class SentenceClaim
{
    /// <summary>Whether a sentence is so in the evening of its day; null where it says nothing that a structure shows.</summary>
    /// <param name="then">The day as the same audience sees it, in the sentence's language.</param>
    /// <param name="id">The body that the sentence is linked to.</param>
    public static bool? Holds(string sentence, Viewpoint then, Governance.Domain.Bodies.BodyId id)
    {
        var body = Structure.Of(then).Flat().FirstOrDefault(b => b.Id == id);
        if (Gone().IsMatch(sentence)) return body is null;
        if (body is null) return false;
        if (Match(Named(), sentence) is { } name) return Text(then, body.Name, body.NameEn) == name;
        if (Match(Turned(), sentence) is { } kind) return sentence.Contains(Vocabulary.Of(body.Kind).In(then.Language), StringComparison.Ordinal) || kind.Contains("annet", StringComparison.Ordinal) || kind.Contains("another", StringComparison.Ordinal);
        if (Shown().IsMatch(sentence)) return body.Visibility == (Hidden().IsMatch(sentence) ? Visibility.Internal : Visibility.Public);
        if (Placed().IsMatch(sentence)) return TopLevel().IsMatch(sentence) ? body.Parent is null : body.Parent is not null || then.Audience == Audience.Public;
        if (Mandate(sentence, then, body) is { } mandate) return mandate;
        return Person().Matches(sentence).Select(m => m.Value).ToList() is [var first, .. var others] ? Seat(sentence, then, body, first, others) : null;
    }

    private static bool? Mandate(string sentence, Viewpoint then, BodyNode body)
    {
        if (!sentence.Contains("andat", StringComparison.Ordinal)) return null;
        if (Without().IsMatch(sentence)) return body.Mandate is null;
        if (body.Mandate is not { } mandate) return false;
        return (Match(Through(), sentence) is not { } last || mandate.ValidThrough is { } through && Wording.Date(through, then.Language) == last)
            && (Match(Due(), sentence) is not { } due || mandate.DueOn is { } day && Wording.Date(day, then.Language) == due);
    }

    private static bool? Seat(string sentence, Viewpoint then, BodyNode body, string person, IReadOnlyList<string> others)
    {
        var held = body.Seats.Where(s => s.Holder?.Name == person).ToList();
        var term = Match(Through(), sentence);
        if (Appointed().IsMatch(sentence)) return held.Exists(s => s.Holder!.ValidFrom.First == then.AsOf && (term is null || Ends(s, then, term)));
        if (Term().IsMatch(sentence)) return held.Exists(s => Ends(s, then, term!));
        if (Back().IsMatch(sentence)) return held.Exists(s => s.Leave is null);
        if (OnLeave().IsMatch(sentence)) return held.Exists(s => s.Leave is { } leave && (others is not [var acting, ..] || leave.Acting?.Name == acting));
        if (Match(Left(), sentence) is { } place) return !held.Exists(s => s.Holder!.ValidFrom.First < then.AsOf && place.StartsWith(s.Title ?? Vocabulary.Of(s.Role).In(then.Language), StringComparison.Ordinal) && body.Seats.Count(o => o.Role == s.Role) == 1);
        return null;
    }

    private static bool Ends(SeatOnDay seat, Viewpoint then, string term) => seat.Holder!.TermThrough is { } last && Wording.Date(last, then.Language) == term;

    private static string Text(Viewpoint view, Name name, Name? english) => view.NameOf(name, english);

    private static string? Match(Regex pattern, string sentence) => pattern.Match(sentence) is { Success: true } found ? found.Groups["what"].Value : null;

    [GeneratedRegex(@"Person \d{3}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Person();

    [GeneratedRegex(@"(ble|blir) lagt ned|(was|will be) dissolved", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Gone();

    [GeneratedRegex(@"(?:(?:fikk|får) navnet|(?:was|will be) renamed) (?<what>.+)\.$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named();

    [GeneratedRegex(@"(?:gjort om(?: fra .+?)? til|turned(?: from .+?)? into) (?<what>.+)\.$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Turned();

    [GeneratedRegex(@"offentlig\.$|publicly\.$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shown();

    [GeneratedRegex(@"ikke lenger offentlig|no longer (be )?shown", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hidden();

    [GeneratedRegex(@"lagt (under|på øverste)|placed under|moved to the top", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placed();

    [GeneratedRegex(@"øverste nivå|top level", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TopLevel();

    [GeneratedRegex(@"fullfør|opphevet|complete|repealed", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Without();

    [GeneratedRegex(@"(?:til og med|through) (?<what>.+?)(?:, med frist .+|, with a deliverable .+)?\.$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Through();

    [GeneratedRegex(@"(?:frist|deliverable due|flyttet til|moved to) (?<what>.+?)\.$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Due();

    [GeneratedRegex(@"oppnevnt som|appointed as", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Appointed();

    [GeneratedRegex(@"^(Perioden til|The term of) ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Term();

    [GeneratedRegex(@"tilbake fra permisjon|back from leave", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Back();

    [GeneratedRegex(@"permisjon som|granted leave", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OnLeave();

    [GeneratedRegex(@"(?:ikke lenger|seg som|ut som|avløst som|fritatt som|no longer(?: be)?|down as|leave as|left as|replaced as|removed as) (?<what>.+) (?:i|of) ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Left();
}
