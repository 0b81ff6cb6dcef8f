using System.Buffers;
using System.Text;

namespace Governance.Api.Features.Exports;

/// <summary>Writes rows of cells (RFC 4180). A cell that a spreadsheet would compute is told to be text by an apostrophe before it.</summary>
/// <param name="excel">For Excel in Norwegian: semicolons, and a mark that the text is UTF-8.</param>
internal sealed class Csv(bool excel)
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",;\"\r\n\t");
    private readonly StringBuilder text = new(excel ? "\uFEFF" : "");

    public void Add(params IEnumerable<object?> cells) => text.AppendJoin(excel ? ';' : ',', cells.Select(Cell)).Append("\r\n");

    public byte[] Bytes() => Encoding.UTF8.GetBytes(text.ToString());

    private static string Cell(object? value)
    {
        var cell = value?.ToString() ?? "";
        if (cell.TrimStart(' ', '\u00A0') is [var first, ..] && first is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠') cell = "'" + cell;
        return cell.AsSpan().IndexOfAny(Quoted) < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
