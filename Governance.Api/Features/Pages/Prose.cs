using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;

namespace Governance.Api.Features.Pages;

/// <summary>Texts that people wrote, as Markdown: no HTML, no headings, no images, and links only to the web and to mail.</summary>
public static class Prose
{
    private static readonly MarkdownPipeline pipeline = new MarkdownPipelineBuilder().DisableHtml().DisableHeadings().UseSoftlineBreakAsHardlineBreak().Build();

    private static readonly string[] schemes = ["https://", "http://", "mailto:"];

    /// <summary>A text as HTML.</summary>
    public static IHtmlContent Html(string text)
    {
        var document = Markdown.Parse(text, pipeline);
        foreach (var link in document.Descendants<LinkInline>())
        {
            link.IsImage = false;
            if (!Leads(link.Url)) link.Url = "";
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(l => !l.IsEmail && !Leads(l.Url)).ToList())
            link.ReplaceBy(new LiteralInline(link.Url));
        return new HtmlString(document.ToHtml(pipeline));
    }

    private static bool Leads(string? address) => schemes.Any(s => address?.StartsWith(s, StringComparison.OrdinalIgnoreCase) == true);
}
