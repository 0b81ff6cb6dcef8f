using System.Net;
using System.Text;
using Governance.Domain.Values;

namespace Governance.Api.Features.Meetings.Minutes;

/// <summary>Minutes as a page to be printed, which needs nothing besides.</summary>
public static class MinutesHtml
{
    private const string Style = "body{font:11pt/1.5 'Liberation Sans',Arial,sans-serif}h1{font-size:18pt}h2{font-size:14pt}h3{font-size:12pt}h1,h2,h3{break-after:avoid}p{white-space:pre-line}@page{size:A4;margin:20mm}";

    /// <summary>The whole page.</summary>
    public static string Of(IReadOnlyList<MinutesLine> lines, Language language)
    {
        var page = new StringBuilder($"<!doctype html><html lang=\"{Words.Of(language)}\"><meta charset=\"utf-8\"><title>{WebUtility.HtmlEncode(lines[0].Text)}</title><style>{Style}</style>");
        foreach (var line in lines) page.Append(Tagged(line.Kind, WebUtility.HtmlEncode(line.Text)));
        return page.ToString();
    }

    private static string Tagged(LineKind kind, string text) => kind switch
    {
        LineKind.Title => $"<h1>{text}</h1>",
        LineKind.Heading => $"<h2>{text}</h2>",
        LineKind.Item => $"<h3>{text}</h3>",
        LineKind.Bullet => $"<ul><li>{text}</li></ul>",
        _ => $"<p>{text}</p>",
    };
}
