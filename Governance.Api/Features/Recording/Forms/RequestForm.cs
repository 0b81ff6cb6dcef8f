using Governance.Domain.Views;

namespace Governance.Api.Features.Recording.Forms;

/// <summary>The form of one request as it is shown.</summary>
/// <param name="Position">Where the cluster stands that it was made for.</param>
/// <param name="Complaints">What is wrong with what was typed.</param>
/// <param name="Since">What others recorded while it was filled in.</param>
public sealed record RequestForm(IReadOnlyList<Field> Fields, ReferenceChoices Known, long Position, Complaints Complaints, IReadOnlyList<Registration> Since)
{
    /// <summary>What there is, where the form changes it, to tell what was typed from what stood there.</summary>
    public string? Was { get; init; }

    /// <summary>What this form is called, where it must count once though it is sent twice.</summary>
    public Guid? Token { get; init; }

    /// <summary>A button that fills something in for one.</summary>
    public Option? Fill { get; init; }

    /// <summary>What the field of a complaint is called; null where it is none alone.</summary>
    public Caption? Named(Complaint complaint) => Fields.FirstOrDefault(f => complaint.Path.Split('.', '[')[0] == f.Word)?.Caption;

    /// <summary>The lists of names that its fields are chosen from.</summary>
    public IEnumerable<string> Lists => Fields.SelectMany(f => ListsOf(f.Control)).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> ListsOf(Control control) => control switch
    {
        Line { List: { } list } => [list],
        Group group => group.Fields.SelectMany(f => ListsOf(f.Control)),
        Rows rows => rows.Items.SelectMany(ListsOf),
        _ => [],
    };
}
