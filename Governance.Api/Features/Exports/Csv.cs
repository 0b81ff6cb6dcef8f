using CsvHelper;

namespace Governance.Api.Features.Exports;

/// <summary>Rows of cells as RFC 4180 has them. A cell that a spreadsheet would compute is told to be text by an apostrophe before it: by us, since the library overlooks full-width signs and leading blanks.</summary>
internal static class Csv
{
    /// <param name="excel">For Excel in Norwegian: semicolons, and a mark that the text is UTF-8.</param>
    public static byte[] Of(IEnumerable<object?[]> rows, bool excel)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, new() { Separator = excel ? ';' : ',', WriteByteOrderMark = excel, NewLine = "\r\n" }, leaveOpen: true))
            foreach (var row in rows)
            {
                foreach (var cell in row) csv.WriteField(Harmless(cell?.ToString() ?? ""));
                csv.EndRecord();
            }
        return bytes.ToArray();
    }

    private static string Harmless(string cell) =>
        cell.TrimStart(' ', '\u00A0') is [var first, ..] && first is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠' ? "'" + cell : cell;
}
