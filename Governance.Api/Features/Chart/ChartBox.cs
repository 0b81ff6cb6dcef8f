using Governance.Domain.Views;

namespace Governance.Api.Features.Chart;

/// <summary>A box of the chart, with the boxes under it and the line that leads to them. Positions are those of its upper left corner.</summary>
/// <param name="Body">The body it stands for; null for the cluster itself.</param>
/// <param name="Name">What is written in it, line by line.</param>
/// <param name="Notes">What is said of it below its name, line by line.</param>
public sealed record ChartBox(BodyNode? Body, IReadOnlyList<string> Name, IReadOnlyList<string> Notes)
{
    /// <summary>Every box is so wide.</summary>
    public const int Width = 204;

    private const int Padding = 11;
    private const int NameLine = 19;
    private const int NoteLine = 17;

    public int X { get; private set; }

    public int Y { get; private set; }

    public int Height => 2 * Padding + Name.Count * NameLine + Notes.Count * NoteLine;

    public int Middle => Y + Height / 2;

    public int Centre => X + Width / 2;

    public int Bottom => Y + Height;

    /// <summary>Whether it is marked as changed.</summary>
    public bool IsChanged { get; init; }

    /// <summary>The boxes under it.</summary>
    public IReadOnlyList<ChartBox> Children { get; init; } = [];

    /// <summary>The line to them, as SVG draws it.</summary>
    public string Line { get; set; } = "";

    /// <summary>Where the line of text of that number stands, the name's first, then the notes.</summary>
    public int Baseline(int line) => Y + Padding + Math.Min(line, Name.Count - 1) * NameLine + 14 + Math.Max(0, line - Name.Count + 1) * NoteLine;

    /// <summary>Puts it in its place.</summary>
    public void Place(int x, int y) => (X, Y) = (x, y);
}
