using System.Text.RegularExpressions;
using Governance.Tests.Support;

namespace Governance.Tests.Deploy;

/// <summary>The runbook's table of what it is guarded against: each row names the tests that show it.</summary>
public sealed partial class GuardTableTests
{
    private const string Heading = "## What it is guarded against\n";

    private static readonly HashSet<string> Tests =
    [
        .. from type in typeof(GuardTableTests).Assembly.GetTypes()
           where type.GetMethods().Any(m => m.IsDefined(typeof(FactAttribute), inherit: true))
           select type.Name,
    ];

    public static TheoryData<string> Rows
    {
        get
        {
            var runbook = File.ReadAllText(Path.Combine(Repository.Root, "deploy", "README.md"));
            var section = runbook[(runbook.IndexOf(Heading, StringComparison.Ordinal) + Heading.Length)..];
            return [.. section.Split("\n## ")[0].Split('\n').Where(line => line.StartsWith('|')).Skip(2)];
        }
    }

    [Fact]
    public void There_is_a_table() => Rows.Should().HaveCountGreaterThan(30);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Each_row_names_tests_and_all_of_them_are_there(string row)
    {
        var named = TestName().Matches(row).Select(m => m.Groups["name"].Value).ToList();
        named.Should().NotBeEmpty();
        Tests.Should().Contain(named);
    }

    [GeneratedRegex("`(?<name>[A-Za-z]+Tests)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TestName();
}
