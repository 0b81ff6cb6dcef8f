using System.Text.RegularExpressions;
using Governance.Domain.Composition;
using Governance.Domain.Views;

namespace Governance.Api.Features.Import.Popolo;

/// <summary>What a role in a document is among ours: by our own words, by those on screen, or as other languages' registers write them.</summary>
internal static partial class PopoloRoles
{
    /// <summary>The role, and what it is called besides; null where the text is none of ours.</summary>
    public static (SeatRole? Role, string? Title) Of(string? role, string? label)
    {
        var title = label ?? role;
        return (Known(role) ?? Known(label), title is not null && PopoloOrganizations.KindOf<SeatRole>(title, Vocabulary.Of) is null ? title : null);
    }

    private static SeatRole? Known(string? text) =>
        PopoloOrganizations.KindOf<SeatRole>(text, Vocabulary.Of)
        ?? (text is null ? null : ViceChair().IsMatch(text) ? SeatRole.DeputyChair : Chair().IsMatch(text) ? SeatRole.Chair : null);

    [GeneratedRegex("^([0-9]+(st|nd|rd|th)|first|second|third)?\\s*(vice|deputy)[ -]?(chair(man|woman|person)?|president|speaker|convenor)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex ViceChair();

    [GeneratedRegex("^(chair(man|woman|person)|convenor)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Chair();
}
