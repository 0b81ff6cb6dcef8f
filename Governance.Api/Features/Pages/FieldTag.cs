using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Governance.Api.Features.Pages;

/// <summary>A field of a form: its label, a hint, what is wrong with it, and the control, tied together for those who cannot see them. Other attributes go to the control; what stands inside are the options of a select.</summary>
[HtmlTargetElement("field")]
public sealed class FieldTag : TagHelper
{
    /// <summary>What the control is called in the form, and its id.</summary>
    public string Name { get; set; } = "";

    /// <summary>What people read before it.</summary>
    public string Label { get; set; } = "";

    /// <summary>What helps to fill it in.</summary>
    public string? Hint { get; set; }

    /// <summary>What is wrong with what stands in it.</summary>
    public string? Error { get; set => field = value is "" ? null : value; }

    /// <summary>What stands in it.</summary>
    public string? Value { get; set; }

    /// <summary>A type of input, <c>textarea</c> or <c>select</c>.</summary>
    public string Type { get; set; } = "text";

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var control = new TagBuilder(Type is "textarea" or "select" ? Type : "input");
        foreach (var attribute in output.Attributes) control.Attributes[attribute.Name] = attribute.Value?.ToString();
        output.Attributes.Clear();
        control.Attributes["id"] = Name;
        control.Attributes["name"] = Name;
        if (string.Join(' ', Said().Select(s => s.Id)) is { Length: > 0 } said) control.Attributes["aria-describedby"] = said;
        if (Error is not null) control.Attributes["aria-invalid"] = "true";
        Fill(control, await output.GetChildContentAsync());

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.Add("class", Error is null ? "field" : "field wrong");
        var label = new TagBuilder("label") { Attributes = { ["for"] = Name } };
        label.InnerHtml.Append(Label);
        output.Content.SetHtmlContent(label);
        foreach (var (id, style, text) in Said())
        {
            var line = new TagBuilder("span") { Attributes = { ["id"] = id, ["class"] = style } };
            line.InnerHtml.Append(text);
            output.Content.AppendHtml(line);
        }

        output.Content.AppendHtml(control);
    }

    private void Fill(TagBuilder control, TagHelperContent options)
    {
        switch (Type)
        {
            case "select":
                control.InnerHtml.AppendHtml(options);
                break;
            case "textarea":
                // A first line break would be swallowed.
                control.InnerHtml.AppendHtml("\n").Append(Value ?? "");
                break;
            default:
                control.TagRenderMode = TagRenderMode.SelfClosing;
                control.Attributes["type"] = Type;
                if (Value is not null) control.Attributes["value"] = Value;
                break;
        }
    }

    private IEnumerable<(string Id, string Style, string Text)> Said()
    {
        if (Hint is not null) yield return ($"{Name}-hint", "hint", Hint);
        if (Error is not null) yield return ($"{Name}-error", "error", Error);
    }
}
