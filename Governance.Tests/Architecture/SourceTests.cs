using System.Text.RegularExpressions;
using Governance.Api.EventStore;
using Governance.Domain.Clusters;
using Governance.Tests.Support;

namespace Governance.Tests.Architecture;

public sealed partial class SourceTests
{
    private const int MostLines = 250;

    [Fact]
    public void No_file_is_too_long_to_hold_one_concept() =>
        Repository.Sources.Select(f => (f.Name, Lines: File.ReadLines(f.FullName).Count())).Where(f => f.Lines > MostLines).Should().BeEmpty();

    [Fact]
    public void Half_of_the_files_can_be_read_on_one_screen()
    {
        var lines = Repository.Sources.Select(f => File.ReadLines(f.FullName).Count()).Order().ToList();
        lines[lines.Count / 2].Should().BeLessThan(60);
    }

    [Fact]
    public void No_type_is_named_for_want_of_a_concept() =>
        new[] { typeof(Cluster).Assembly, typeof(EventTypes).Assembly, typeof(SourceTests).Assembly }
            .SelectMany(a => a.GetTypes()).Where(t => t.Namespace?.StartsWith("Governance", StringComparison.Ordinal) == true)
            .Select(t => t.Name).Where(name => Empty().IsMatch(name)).Should().BeEmpty();

    [Fact]
    public void The_domain_neither_awaits_nor_reads_a_clock_or_a_file() =>
        Repository.Sources.Where(f => f.FullName.Contains("Governance.Domain", StringComparison.Ordinal))
            .Where(f => Outside().IsMatch(File.ReadAllText(f.FullName))).Select(f => f.Name).Should().BeEmpty();

    // Service, the time somebody serves, is a word of the domain; a SomethingService is not.
    [GeneratedRegex("(.+Service|Services?Base|Manager|Helpers?|Utils?|Utilities)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Empty();

    [GeneratedRegex(@"\b(async|await|Task<|TimeProvider|DateTime(Offset)?\.(Utc)?(Now|Today)|File\.|HttpClient|Console\.)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Outside();
}
