using System.Text;
using Microsoft.AspNetCore.Html;
using QRCoder;

namespace Governance.Api.Features.SignIn;

/// <summary>A text as a QR code, drawn in the page itself: dark on light in any colour scheme, as cameras want it.</summary>
internal static class QrPicture
{
    /// <param name="label">What it is, for those who do not see it.</param>
    public static IHtmlContent Of(string text, string label)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var (rows, path) = (code.ModuleMatrix, new StringBuilder());
        for (var y = 0; y < rows.Count; y++)
            for (var x = 0; x < rows[y].Length; x++)
                if (rows[y][x]) path.Append($"M{x} {y}h1v1h-1z");
        return new HtmlFormattableString(
            "<svg class=\"qr\" role=\"img\" aria-label=\"{0}\" viewBox=\"0 0 {1} {1}\" shape-rendering=\"crispEdges\"><rect width=\"{1}\" height=\"{1}\" fill=\"#fff\"/><path d=\"{2}\"/></svg>",
            label, rows.Count, path.ToString());
    }
}
