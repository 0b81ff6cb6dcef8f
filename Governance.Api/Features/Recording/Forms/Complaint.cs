using Governance.Api.Features.Recording.Words;
using Governance.Domain.Values;

namespace Governance.Api.Features.Recording.Forms;

/// <summary>Something that stands in the way of recording a decision, at the field it concerns.</summary>
/// <param name="Path">The field's place; the change's own where no field alone is at fault, empty where it is the whole decision.</param>
public sealed record Complaint(string Path, Phrase Message);

/// <summary>Everything that stands in the way, in the order of the form.</summary>
public sealed class Complaints(IEnumerable<Complaint> unsorted)
{
    private readonly List<Complaint> all = [.. unsorted.OrderBy(c => Change(c.Path)).ThenBy(c => MemberWords.Rank(c.Path.Split('.')[^1]))];


    public static Complaints None { get; } = new([]);

    public IReadOnlyList<Complaint> All => all;

    public bool Any => all.Count > 0;

    /// <summary>The decision's own fields come before its changes.</summary>
    private static int Change(string path) => path.Split('[', ']') is ["changes", var index, ..] && int.TryParse(index, out var number) ? number : -1;

    /// <summary>What is said of one field.</summary>
    public IEnumerable<Complaint> At(string path) => all.Where(c => c.Path == path);

    /// <summary>Whether anything is said of a field or of what stands in it.</summary>
    public bool Within(string path) => all.Any(c => c.Path.StartsWith(path, StringComparison.Ordinal) && (c.Path.Length == path.Length || c.Path[path.Length] is '.' or '['));
}
