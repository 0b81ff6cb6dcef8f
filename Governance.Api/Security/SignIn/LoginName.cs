using System.Text;
using Governance.Domain.Values;

namespace Governance.Api.Security.SignIn;

/// <summary>What a person types to say who they are, an e-mail address or a user name: 1 to 200 characters that show, without blanks, equal without regard to case.</summary>
public sealed record LoginName
{
    /// <summary>Most characters in one.</summary>
    public const int MaxLength = 200;

    private LoginName(string text) => Text = text;

    /// <summary>In lower case, as it is kept.</summary>
    public string Text { get; }

    public static bool TryParse(string text, out LoginName name)
    {
        var trimmed = text.Trim();
        name = new(trimmed.Length is > 0 and <= MaxLength && !trimmed.Any(c => char.IsWhiteSpace(c) || char.IsSurrogate(c)) && VisibleText.IsLine(trimmed) ? trimmed.Normalize(NormalizationForm.FormKC).ToLowerInvariant() : "");
        return name.Text.Length > 0;
    }

    /// <summary>A name from code.</summary>
    public static LoginName Parse(string text) => TryParse(text, out var name) ? name : throw new FormatException($"'{text}' is no login.");

    public override string ToString() => Text;
}
