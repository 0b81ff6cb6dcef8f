using System.Text;
using Governance.Domain.Bodies;

namespace Governance.Api.Features.Chart;

/// <summary>Gives every box its place and its line. Bodies of one kind with nothing under them stand in a column.</summary>
internal static class ChartLayout
{
    private const int Room = 1120;
    private const int Aside = 26;
    private const int Below = 44;
    private const int Between = 12;
    private const int Indent = 22;
    private const int Rail = 11;
    private const int LongestColumn = 8;

    /// <summary>Arranges a box and all under it, no wider than a page unless they are many levels deep.</summary>
    public static (int Width, int Height) Arrange(ChartBox top)
    {
        var size = Lay(top, 1, 1, Room);
        return (size.Width + 2, size.Height + 2);
    }

    private static (int Width, int Height) Lay(ChartBox box, int x, int y, int room)
    {
        box.Place(x, y);
        if (box.Children.Count == 0) return (ChartBox.Width, box.Height);
        var columns = Columns(box.Children);
        var spare = room - columns.Sum(Narrowest) - (columns.Count - 1) * Aside;
        return spare >= 0 ? Across(box, columns, x, y, spare) : Down(box, x, y, room);
    }

    private static (int Width, int Height) Across(ChartBox box, List<List<ChartBox>> columns, int x, int y, int spare)
    {
        var (top, bus) = (y + box.Height + Below, y + box.Height + Below / 2);
        var (left, bottom) = (x, top);
        foreach (var column in columns)
        {
            var narrow = Narrowest(column);
            var size = column is [var only] ? Lay(only, left, top, narrow + spare) : Stack(column, left + Indent, top, narrow);
            var width = column is [_] ? size.Width : size.Width + Indent;
            spare -= Math.Max(0, width - narrow);
            left += width + Aside;
            bottom = Math.Max(bottom, top + size.Height);
        }

        var across = Math.Max(ChartBox.Width, left - Aside - x);
        box.Place(x + (across - ChartBox.Width) / 2, y);
        box.Line = Bus(box, columns, bus);
        return (across, bottom - y);
    }

    private static (int Width, int Height) Down(ChartBox box, int x, int y, int room)
    {
        var size = Stack(box.Children, x + Indent, box.Bottom + Between, room - Indent);
        box.Line = new StringBuilder($"M{x + Rail} {box.Bottom}").Append(Ticks(box.Children, x + Rail)).ToString();
        return (Math.Max(ChartBox.Width, size.Width + Indent), box.Height + Between + size.Height);
    }

    private static (int Width, int Height) Stack(IReadOnlyList<ChartBox> boxes, int x, int y, int room)
    {
        var (width, next) = (0, y);
        foreach (var box in boxes)
        {
            var size = Lay(box, x, next, room);
            width = Math.Max(width, size.Width);
            next += size.Height + Between;
        }

        return (width, next - Between - y);
    }

    private static string Bus(ChartBox box, List<List<ChartBox>> columns, int bus)
    {
        var line = new StringBuilder($"M{box.Centre} {box.Bottom}V{bus}");
        foreach (var column in columns)
        {
            if (column is [var only]) line.Append($"M{box.Centre} {bus}H{only.Centre}V{only.Y}");
            else line.Append($"M{box.Centre} {bus}H{column[0].X - Indent + Rail}").Append(Ticks(column, column[0].X - Indent + Rail));
        }

        return line.ToString();
    }

    private static string Ticks(IReadOnlyList<ChartBox> boxes, int rail) =>
        $"V{boxes[^1].Middle}" + string.Concat(boxes.Select(b => $"M{rail} {b.Middle}H{b.X}"));

    private static int Narrowest(List<ChartBox> column) => column is [var only] ? Narrowest(only) : ChartBox.Width + Indent;

    private static int Narrowest(ChartBox box) => box.Children.Count == 0 ? ChartBox.Width : Math.Max(ChartBox.Width, Indent + box.Children.Max(Narrowest));

    private static List<List<ChartBox>> Columns(IReadOnlyList<ChartBox> boxes)
    {
        var columns = new List<List<ChartBox>>();
        BodyKind? kind = null;
        foreach (var box in boxes)
        {
            var leaf = box.Children.Count == 0 ? box.Body?.Kind : null;
            if (leaf is not null && leaf == kind && columns[^1].Count < LongestColumn) columns[^1].Add(box);
            else columns.Add([box]);
            kind = leaf;
        }

        return columns;
    }
}
