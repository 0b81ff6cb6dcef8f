using System.Text;

namespace Governance.Api.Features.Meetings.Papers;

/// <summary>Tells what a file is by what is in it, not by what it is called. What a browser would run (pages, scripts, SVG) and what it does not know is no paper.</summary>
public static class PaperTypes
{
    /// <summary>How much of the beginning it takes to tell.</summary>
    public const int Beginning = 8192;

    private static readonly (byte[] Mark, string MediaType)[] marks =
    [
        ("%PDF-"u8.ToArray(), "application/pdf"),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "image/png"),
        ([0xFF, 0xD8, 0xFF], "image/jpeg"),
    ];

    private static readonly (string Folder, string MediaType)[] offices =
    [
        ("word/", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("ppt/", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
        ("mimetypeapplication/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.text"),
        ("mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "application/vnd.oasis.opendocument.spreadsheet"),
        ("mimetypeapplication/vnd.oasis.opendocument.presentation", "application/vnd.oasis.opendocument.presentation"),
    ];

    /// <summary>The media type of what begins so; null for what is no paper.</summary>
    public static string? Of(ReadOnlySpan<byte> beginning)
    {
        foreach (var (mark, mediaType) in marks)
            if (beginning.StartsWith(mark)) return mediaType;
        if (beginning.StartsWith("PK\u0003\u0004"u8)) return Office(Encoding.Latin1.GetString(beginning));
        return IsPlain(beginning) ? "text/plain; charset=utf-8" : null;
    }

    private static string? Office(string beginning) => offices.FirstOrDefault(o => beginning.Contains(o.Folder, StringComparison.Ordinal)).MediaType;

    /// <summary>Text without control characters, and without a tag: a browser that guesses might run it.</summary>
    private static bool IsPlain(ReadOnlySpan<byte> beginning)
    {
        if (beginning.IsEmpty || beginning.ContainsAnyExceptInRange((byte)0x09, (byte)0xFF) || beginning.Contains((byte)0x0B) || beginning.Contains((byte)0x1B)) return false;
        var text = Encoding.UTF8.GetString(beginning);
        return !text.TrimEnd('\uFFFD').Contains('\uFFFD', StringComparison.Ordinal) && !text.TrimStart().StartsWith('<');
    }
}
