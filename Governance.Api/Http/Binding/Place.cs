using System.Globalization;

namespace Governance.Api.Http.Binding;

/// <summary>A place in a request, written out only when something is wrong there.</summary>
public sealed class Place
{
    private const int LongestName = 60;

    private readonly Place? outer;
    private readonly string name;

    private Place(Place? outer, string name) => (this.outer, this.name) = (outer, name);

    /// <summary>The body as a whole.</summary>
    public static Place Body { get; } = new(null, "");

    /// <summary>A parameter of the query.</summary>
    public static Place Query(string name) => new(null, "?" + name);

    /// <summary>A header.</summary>
    public static Place Header(string name) => new(null, name);

    /// <summary>A place in a document of another form than ours, by JSON pointer.</summary>
    public static Place Elsewhere(string path) => new(null, path);

    /// <summary>A member of what is here.</summary>
    public Place Member(string member) => new(this, IsPlain(member) ? (outer is null && name.Length == 0 ? "" : ".") + member : $"['{Text.Beginning(member, LongestName)}']");

    /// <summary>An item of the list that is here, from 0.</summary>
    public Place Item(int index) => new(this, string.Create(CultureInfo.InvariantCulture, $"[{index}]"));

    /// <inheritdoc/>
    public override string ToString() => outer + name;

    private static bool IsPlain(string member) => member.Length is > 0 and <= LongestName && member.All(char.IsAsciiLetterOrDigit);
}
