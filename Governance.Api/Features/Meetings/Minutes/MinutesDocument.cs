using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Governance.Domain.Values;

namespace Governance.Api.Features.Meetings.Minutes;

/// <summary>Minutes as a Word document: the same minutes give the same parts, under ids of their own.</summary>
public static class MinutesDocument
{
    /// <summary>Its media type.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const string Bullets = "1";

    /// <summary>The document's bytes.</summary>
    public static byte[] Of(IEnumerable<MinutesLine> lines, Language language)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>("styles").Styles = Styles(language);
            main.AddNewPart<NumberingDefinitionsPart>("numbering").Numbering = Numbering();
            var size = new SectionProperties(new PageSize { Width = 11906, Height = 16838 }, new PageMargin { Top = 1247, Bottom = 1247, Left = 1247, Right = 1247, Header = 708, Footer = 708, Gutter = 0 });
            main.Document = new Document(new Body([.. lines.Select(Paragraph), size]));
        }
        return stream.ToArray();
    }

    private static Paragraph Paragraph(MinutesLine line)
    {
        var properties = new ParagraphProperties();
        if (StyleOf(line.Kind) is { } style) properties.ParagraphStyleId = new ParagraphStyleId { Val = style };
        if (line.Kind == LineKind.Bullet) properties.NumberingProperties = new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = int.Parse(Bullets, System.Globalization.CultureInfo.InvariantCulture) });
        var run = new Run();
        foreach (var (i, text) in line.Text.ReplaceLineEndings("\n").Split('\n').Index())
        {
            if (i > 0) run.Append(new Break());
            run.Append(new Text(text) { Space = SpaceProcessingModeValues.Preserve });
        }
        return new Paragraph(properties, run);
    }

    private static string? StyleOf(LineKind kind) => kind switch
    {
        LineKind.Title => "Title",
        LineKind.Heading => "Heading1",
        LineKind.Item => "Heading2",
        LineKind.Bullet => "ListParagraph",
        _ => null,
    };

    private static Styles Styles(Language language) => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = "Calibri", HighAnsi = "Calibri", ComplexScript = "Calibri" }, new FontSize { Val = "22" }, new Languages { Val = language == Language.En ? "en-GB" : "nb-NO" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "120", Line = "264", LineRule = LineSpacingRuleValues.Auto }))),
        new Style(new StyleName { Val = "Normal" }, new PrimaryStyle()) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true },
        Heading("Title", "Title", "36", null), Heading("Heading1", "heading 1", "28", 0), Heading("Heading2", "heading 2", "24", 1),
        new Style(new StyleName { Val = "List Paragraph" }, new BasedOn { Val = "Normal" }, new PrimaryStyle(), new StyleParagraphProperties(new Indentation { Left = "720" }))
        {
            Type = StyleValues.Paragraph,
            StyleId = "ListParagraph",
        });

    private static Style Heading(string id, string name, string size, int? level)
    {
        var paragraph = new StyleParagraphProperties(new KeepNext(), new SpacingBetweenLines { Before = "240", After = "80" });
        if (level is { } outline) paragraph.Append(new OutlineLevel { Val = outline });
        return new Style(new StyleName { Val = name }, new BasedOn { Val = "Normal" }, new NextParagraphStyle { Val = "Normal" }, new PrimaryStyle(), paragraph, new StyleRunProperties(new Bold(), new FontSize { Val = size }))
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
        };
    }

    private static Numbering Numbering() => new(
        new AbstractNum(
            new MultiLevelType { Val = MultiLevelValues.HybridMultilevel },
            new Level(new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = NumberFormatValues.Bullet }, new LevelText { Val = "•" }, new LevelJustification { Val = LevelJustificationValues.Left }, new PreviousParagraphProperties(new Indentation { Left = "720", Hanging = "360" })) { LevelIndex = 0 })
        { AbstractNumberId = 0 },
        new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = 1 });
}
