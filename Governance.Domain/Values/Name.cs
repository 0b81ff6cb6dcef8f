using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Governance.Domain.Values;

/// <summary>A name as people write it: one line of 1 to 200 characters that show, NFC, trimmed, not beginning with <c>#</c>. Equal without regard to case.</summary>
[JsonConverter(typeof(NameConverter))]
public sealed class Name : IEquatable<Name>
{
    /// <summary>Most characters in a name.</summary>
    public const int MaxLength = 200;

    private readonly string key;

    private Name(string text) => (Text, key) = (text, text.ToUpperInvariant());

    /// <summary>As it was written.</summary>
    public string Text { get; }

    /// <summary>A name from the log or from code: cleaned, never refused.</summary>
    public static Name Of(string text) => new(text.Normalize(NormalizationForm.FormC).Trim());

    /// <summary>Reads a name from outside; false when it is empty, too long, not one line that shows as it is written, not Unicode, or begins with <c>#</c>.</summary>
    public static bool TryParse(string text, out Name name)
    {
        name = Of(IsUnicode(text) ? text : "");
        return name.Text.Length is > 0 and <= MaxLength && name.Text[0] != '#' && VisibleText.IsName(name.Text);
    }

    /// <inheritdoc/>
    public bool Equals(Name? other) => other is not null && key == other.key;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Name);

    /// <inheritdoc/>
    public override int GetHashCode() => key.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static bool IsUnicode(string text) => string.Concat(text.EnumerateRunes()) == text;
}

/// <summary>Reads and writes a name as its text.</summary>
public sealed class NameConverter : JsonConverter<Name>
{
    /// <inheritdoc/>
    public override Name Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Name.Of(reader.GetString()!);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Name value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
}
