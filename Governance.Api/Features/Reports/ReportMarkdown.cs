using System.Text;
using System.Text.RegularExpressions;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Api.Features.Reports;

/// <summary>An annual report as Markdown. What people wrote stands in it as text, whatever signs are in it.</summary>
internal static partial class ReportMarkdown
{
    /// <summary>What the decisions are called that change nothing.</summary>
    public static Phrase WithoutChanges { get; } = new("Vedtak uten endringer i organiseringen", "Decisions without changes in the organisation");

    /// <summary>What the changes are called that take effect in another year.</summary>
    public static Phrase OtherYears(int year) => new($"Vedtatt i {year} med virkning i et annet år", $"Decided in {year} with effect in another year");

    /// <summary>What the meetings are called.</summary>
    public static Phrase MeetingsHeld { get; } = new("Møter holdt", "Meetings held");

    private static readonly Phrase Nothing = new("Ingen endringer.", "No changes.");

    public static string Of(AnnualReport report, Language language)
    {
        var text = new StringBuilder($"# {Text(report.Title)}\n\n{Text(report.Cluster)}\n\n");
        Counts(text, report, language);
        foreach (var section in report.Sections) Section(text, section, report.Year, language);
        if (report.OtherYears.Count > 0) text.Append($"\n## {OtherYears(report.Year).In(language)}\n\n");
        foreach (var line in report.OtherYears) Line(text, line, report.Year, language);
        if (report.WithoutChanges.Count > 0) text.Append($"\n## {WithoutChanges.In(language)}\n\n");
        foreach (var decision in report.WithoutChanges) text.Append($"- {Text(decision.CaseNumber is { } number ? $"{number} {decision.Title}" : decision.Title)} ({Wording.Date(decision.DecidedOn, language)})\n");
        if (report.Meetings.Count > 0) text.Append($"\n## {MeetingsHeld.In(language)}\n\n");
        foreach (var body in report.Meetings) text.Append($"- {Text(body.Body.Name)}: {Wording.Count(body.Count, new("møte", "meeting"), new("møter", "meetings"), language)}\n");
        return text.ToString();
    }

    /// <summary>Text on one line in which no sign means anything to Markdown or HTML.</summary>
    public static string Text(string text) => Beginning().Replace(Signs().Replace(Space().Replace(text, " ").Trim(), @"\$0"), @"${number}\${sign}");

    private static void Counts(StringBuilder text, AnnualReport report, Language language)
    {
        var (start, end) = (report.Start, report.End);
        text.Append($"| | {Wording.Date(start.AsOf, language)} | {Wording.Date(end.AsOf, language)} |\n| --- | ---: | ---: |\n");
        Row(new("Organer", "Bodies"), c => c.Bodies);
        Row(new("Plasser", "Seats"), c => c.Seats);
        Row(new("Ledige plasser", "Vacant seats"), c => c.Vacant);
        Row(new("Personer med verv", "Persons in seats"), c => c.Persons);
        Row(new("Partnere", "Partners"), c => c.Partners);

        void Row(Phrase label, Func<ClusterCounts, int> count) => text.Append($"| {label.In(language)} | {count(start.Counts)} | {count(end.Counts)} |\n");
    }

    private static void Section(StringBuilder text, ReportSection section, int year, Language language)
    {
        text.Append($"\n## {Text(section.Heading)}\n\n");
        if (section.Lines.Count == 0) text.Append(Nothing.In(language)).Append('\n');
        foreach (var swap in section.Swaps) text.Append(Text(swap.Sentence)).Append("\n\n");
        foreach (var line in section.Lines) Line(text, line, year, language);
    }

    private static void Line(StringBuilder text, ReportLine line, int year, Language language)
    {
        text.Append($"- {Text(line.Sentence)} {Basis(line, year, language)}\n");
        foreach (var detail in line.Details) text.Append($"  - {Text(detail)}\n");
    }

    /// <summary>From when it holds, and by which decision.</summary>
    private static string Basis(ReportLine line, int year, Language language)
    {
        var from = line.Date.First.Year == year && line.Decision?.DecidedOn == line.Date ? null : new Phrase("Gjelder fra ", "In force from ").In(language) + Wording.Date(line.Date, language);
        var decision = line.Decision is not { } by ? null
            : new Phrase("Vedtak", "Decision").In(language) + (by.CaseNumber is { } number ? $" {number}" : "") + $", {Wording.Date(by.DecidedOn, language)}: {by.Title}";
        return Text($"({string.Join(". ", new[] { from, decision }.OfType<string>())})");
    }

    [GeneratedRegex(@"[\\`*_\[\]<>&#|~!$^{}]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Signs();

    /// <summary>What would begin a list, a heading or a quotation.</summary>
    [GeneratedRegex(@"^(?<number>\d*)(?<sign>[-+=:.)])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Beginning();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Space();
}
