using System.Diagnostics;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Governance.Api.Features.Meetings.Minutes;
using Governance.Domain.Meetings;
using Governance.Domain.Values;
using Governance.Domain.Views;
using Governance.Tests.Domain.Meetings;
using Governance.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace Governance.Tests.Api.Meetings;

public sealed class MinutesDocumentTests
{
    private static readonly string[] Programs = ["soffice", "libreoffice"];

    [Theory]
    [InlineData(Language.Nb, "Møteprotokoll 1/2026, Styret", "Vedtak: vedtatt.")]
    [InlineData(Language.En, "Minutes of meeting 1/2026, Styret", "Decision: adopted.")]
    public void A_word_document_of_minutes_is_valid_and_says_all_of_them(Language language, string title, string outcome)
    {
        var bytes = Document(language);

        using var stream = new MemoryStream(bytes);
        using var document = WordprocessingDocument.Open(stream, false);
        new OpenXmlValidator().Validate(document).Select(e => e.Description).Should().BeEmpty();
        var lines = document.MainDocumentPart!.Document!.Body!.Elements<Paragraph>().Select(p => p.InnerText).ToList();
        lines[0].Should().Be(title);
        lines.Should().Contain("1/26 Nytt <navn> & mer").And.Contain(outcome).And.Contain(l => l.Contains("Linje én"));

    }

    [Fact]
    public async Task Libreoffice_opens_it()
    {
        var office = Program() ?? throw new UnreachableException("LibreOffice is not on this machine: deploy/test.sh installs it.");
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Path);
        var file = Path.Combine(folder.Path, "protokoll.docx");
        await File.WriteAllBytesAsync(file, Document(Language.Nb));

        using var process = Process.Start(new ProcessStartInfo(office, ["--headless", $"-env:UserInstallation=file://{folder.Path}/profile", "--convert-to", "txt:Text", "--outdir", folder.Path, file]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        await process.WaitForExitAsync();

        (await File.ReadAllTextAsync(Path.Combine(folder.Path, "protokoll.txt"))).Should().ContainAll("Møteprotokoll 1/2026, Styret", "1/26 Nytt <navn> & mer", "vedtatt");
    }

    [Fact]
    public async Task The_text_of_the_pdf_has_every_item_and_decision()
    {
        using var printer = new PagePrinter(new ConfigurationBuilder().Build());
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Path);
        var file = Path.Combine(folder.Path, "protokoll.pdf");
        await File.WriteAllBytesAsync(file, (await printer.PrintAsync(MinutesHtml.Of(Lines(Language.Nb), Language.Nb), default))!);

        using var process = Process.Start(new ProcessStartInfo("pdftotext", ["-layout", file, "-"]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        (await process.StandardOutput.ReadToEndAsync()).Should().ContainAll("Møteprotokoll 1/2026, Styret", "1/26 Nytt <navn> & mer", "Linje én", "Linje to", "fratrådte som inhabil");
    }

    private static byte[] Document(Language language) => MinutesDocument.Of(Lines(language), language);

    private static IReadOnlyList<MinutesLine> Lines(Language language)
    {
        var board = new MeetingScenario();
        var meeting = board.Plan();
        var proceedings = MeetingScenario.Written(meeting, board.Item("Nytt <navn> & mer") with { Outcome = ItemOutcome.Adopted, Conclusion = "Linje én\nLinje to", Votes = new(2, 0, 1, false), Recusals = [new(board.Other, "i familie")], Remarks = " med blanke " })
            .With(new Press(board.Chair, new(12, 0), true));
        board.Take(board.Hold(meeting, proceedings));
        return [.. MinutesLines.Of(MinutesView.Of(board.Seen(Audience.Reader) with { Language = language }, meeting)!, language)];
    }

    private static string? Program() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).SelectMany(folder => Programs.Select(p => Path.Combine(folder, p))).FirstOrDefault(File.Exists);
}
