using System.Globalization;

namespace Governance.Api.Http.Binding;

/// <summary>A place in a request, written out only when something is wrong there.</summary>
public sealed class JsonLocation
{
    private const int LongestName = 60;

    private readonly JsonLocation? outer;
    private readonly string name;

    private JsonLocation(JsonLocation? outer, string name) => (this.outer, this.name) = (outer, name);

    /// <summary>The body as a whole.</summary>
    public static JsonLocation Body { get; } = new(null, "");

    /// <summary>A parameter of the query.</summary>
    public static JsonLocation Query(string name) => new(null, "?" + name);

    /// <summary>A header.</summary>
    public static JsonLocation Header(string name) => new(null, name);

    /// <summary>A place in a document of another form than ours, by JSON pointer.</summary>
    public static JsonLocation Elsewhere(string path) => new(null, path);

    /// <summary>A member of what is here.</summary>
    public JsonLocation Member(string member) => new(this, IsPlain(member) ? (outer is null && name.Length == 0 ? "" : ".") + member : $"['{Text.Beginning(member, LongestName)}']");

    /// <summary>An item of the list that is here, from 0.</summary>
    public JsonLocation Item(int index) => new(this, string.Create(CultureInfo.InvariantCulture, $"[{index}]"));

    /// <inheritdoc/>
    public override string ToString() => outer + name;

    private static bool IsPlain(string member) => member.Length is > 0 and <= LongestName && member.All(char.IsAsciiLetterOrDigit);
}
