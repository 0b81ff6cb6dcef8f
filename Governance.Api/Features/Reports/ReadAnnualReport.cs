using System.ComponentModel;
using System.Text;
using System.Text.Json.Serialization;
using Governance.Api.Http;
using Governance.Api.Http.Answers;
using Governance.Api.Http.Problems;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Api.Features.Reports;

/// <summary>The forms that a report comes in.</summary>
[JsonConverter(typeof(KebabCase<ReportForm>))]
public enum ReportForm
{
    /// <summary>With its structure.</summary>
    Json,

    /// <summary>Markdown.</summary>
    Md,

    /// <summary>A page.</summary>
    Html,
}

/// <summary>How an annual report is asked for.</summary>
public sealed record ReportQuestion([Inline] ReadKnown At, [Description("The form, whatever Accept says.")] ReportForm? Format = null);

/// <summary>What changed in the organisation in a year, for the annual report.</summary>
internal static class ReadAnnualReport
{
    public const string MarkdownType = "text/markdown";
    public const string HtmlType = "text/html";

    private const string Utf8 = "; charset=utf-8";

    private static readonly Dictionary<ReportForm, string> Forms = new() { [ReportForm.Json] = Reads.JsonType, [ReportForm.Md] = MarkdownType + Utf8, [ReportForm.Html] = HtmlType + Utf8 };

    public static Task<IResult> HandleAsync(string cluster, int year, QueryParameters<ReportQuestion> asked, QueryParameters<ReadSince> since, ClusterViews views, HttpContext http, CancellationToken ct)
    {
        if (year is < AnnualReport.FirstYear or > AnnualReport.LastYear) return Task.FromResult<IResult>(Problem.NotFound);
        if (asked.Value.Format is { } form) http.Request.Headers.Accept = Forms[form];
        return views.InAsync([.. Forms.Values], http, cluster, since.Value, asked.Value.At.Today, asked.Value, (type, view) => Render(type, AnnualReport.Of(view, year), view.Language), ct);
    }

    private static byte[] Render(string type, AnnualReport report, Language language) => type switch
    {
        MarkdownType + Utf8 => Encoding.UTF8.GetBytes(ReportMarkdown.Of(report, language)),
        HtmlType + Utf8 => Encoding.UTF8.GetBytes(ReportHtml.Of(report, language)),
        _ => Json.Bytes(report),
    };
}
