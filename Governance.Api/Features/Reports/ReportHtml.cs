using System.Text.Encodings.Web;
using Governance.Domain.Values;
using Governance.Domain.Views;
using Markdig;

namespace Governance.Api.Features.Reports;

/// <summary>An annual report as a page of HTML, made from its Markdown; no HTML in the Markdown goes through.</summary>
internal static class ReportHtml
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();

    public static string Of(AnnualReport report, Language language) =>
        $"<!doctype html>\n<html lang=\"{Words.Of(language)}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{HtmlEncoder.Default.Encode(report.Title)}</title>\n</head>\n<body>\n{Markdown.ToHtml(ReportMarkdown.Of(report, language), Pipeline)}</body>\n</html>\n";
}
