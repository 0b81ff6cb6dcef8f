using Governance.Api.Features.Pages;
using Governance.Domain.Views;
using Microsoft.AspNetCore.Html;

namespace Governance.Api.Features.Compare;

/// <summary>How a text became another, for those who see it and those who hear it.</summary>
internal static class MarkedText
{
    /// <summary>The words as they stand, the removed ones before those that took their place; line breaks are kept.</summary>
    public static IHtmlContent Marked(this Site site, IReadOnlyList<TextSegment> text)
    {
        var marked = new HtmlContentBuilder();
        foreach (var (words, kind) in text)
            _ = kind switch
            {
                SegmentKind.Added => marked.AppendFormat("<ins><span class=\"hidden\">{0}</span>{1}<span class=\"hidden\">]</span></ins>", site.Say("[nytt: ", "[new: "), words),
                SegmentKind.Removed => marked.AppendFormat("<del><span class=\"hidden\">{0}</span>{1}<span class=\"hidden\">]</span></del>", site.Say("[fjernet: ", "[removed: "), words),
                _ => marked.Append(words),
            };
        return marked;
    }
}
