using System.Text.RegularExpressions;
using Governance.Domain.Decisions;
using Governance.Domain.Values;
using Governance.Tests.Support;

namespace Governance.Tests.Architecture;

/// <summary>Adding a kind of change touches few files, and the README lists them.</summary>
public sealed partial class ChangeTypeTests
{
    /// <summary>Most files, the test and the golden file of its event left out.</summary>
    private const int Most = 7;

    private static readonly IReadOnlyList<(string Path, string Text)> sources =
        [.. new[] { "Governance.Domain", "Governance.Api" }.SelectMany(project => Directory.EnumerateFiles(Path.Combine(Repository.Root, project), "*.*", SearchOption.AllDirectories))
            .Where(path => path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".cshtml", StringComparison.Ordinal))
            .Select(path => (Path: Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'), Full: path))
            .Where(file => !file.Path.Contains("/obj/", StringComparison.Ordinal) && !file.Path.Contains("/bin/", StringComparison.Ordinal) && !file.Path.Contains("/Internal/Generated/", StringComparison.Ordinal))
            .Select(file => (file.Path, File.ReadAllText(file.Full)))];

    /// <summary>Each kind of change with its event, which says the same in the past tense.</summary>
    public static TheoryData<string, string> Kinds => new()
    {
        { "EstablishBody", "BodyEstablished" }, { "ReestablishBody", "BodyReestablished" }, { "RenameBody", "BodyRenamed" }, { "ReclassifyBody", "BodyReclassified" }, { "MoveBody", "BodyMoved" },
        { "DissolveBody", "BodyDissolved" }, { "AdoptMandate", "MandateAdopted" }, { "ExtendMandate", "MandateExtended" }, { "ConcludeMandate", "MandateConcluded" }, { "RepealMandate", "MandateRepealed" },
        { "CreateSeat", "SeatCreated" }, { "ChangeSeat", "SeatChanged" }, { "AbolishSeat", "SeatAbolished" }, { "Appoint", "MemberAppointed" }, { "ExtendAppointment", "AppointmentExtended" },
        { "EndAppointment", "AppointmentEnded" }, { "GrantLeave", "LeaveGranted" }, { "EndLeave", "LeaveEnded" }, { "ReconstituteBody", "BodyReconstituted" }, { "SetCompositionRules", "CompositionRulesSet" },
        { "AdmitPartner", "PartnerAdmitted" }, { "RenamePartner", "PartnerRenamed" }, { "WithdrawPartner", "PartnerWithdrawn" }, { "RenameCluster", "ClusterRenamed" }, { "AdoptStrategy", "StrategyAdopted" },
    };

    [Fact]
    public void Every_kind_of_change_is_looked_at_here() =>
        Kinds.Select(k => (string)k[0]).Should().BeEquivalentTo(typeof(Change).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Change)) && !t.IsAbstract).Select(t => t.Name));

    /// <summary>Where a switch over all of its kind has an arm for it: each change of one kind has to be there, so a new one has.</summary>
    [Theory, MemberData(nameof(Kinds))]
    public void A_kind_of_change_has_to_stand_in_seven_files_at_most(string change, string told)
    {
        var family = Family(change);
        var owed = Naming(change, told).Where(path => family.All(other => Naming(other.Change, other.Told).Contains(path))).ToList();

        owed.Should().HaveCountLessThanOrEqualTo(Most, "{0}", string.Join('\n', owed));
    }

    /// <summary>Leave is the kind that came last, so that nothing else has been built on it: it stands where a new one has to.</summary>
    [Theory]
    [InlineData("GrantLeave", "LeaveGranted")]
    [InlineData("EndLeave", "LeaveEnded")]
    public void Those_that_came_last_stand_nowhere_else(string change, string told) =>
        Naming(change, told).Where(path => !path.Contains("/Import/", StringComparison.Ordinal) && !path.EndsWith("Substitution.cs", StringComparison.Ordinal)).Should().HaveCountLessThanOrEqualTo(Most);

    [Fact]
    public void The_readme_lists_the_files_of_the_kind_that_came_last()
    {
        var listed = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        foreach (var path in Naming("EndLeave", "LeaveEnded").Where(path => !path.Contains("/Import/", StringComparison.Ordinal)))
            listed.Should().Contain($"`{path}`");
    }

    private static List<(string Change, string Told)> Family(string change)
    {
        var area = AreaOf(change);
        return [.. Kinds.Select(k => ((string)k[0], (string)k[1])).Where(k => AreaOf(k.Item1) == area && (area != ChangeArea.Cluster || k.Item1.EndsWith("Partner", StringComparison.Ordinal) == change.EndsWith("Partner", StringComparison.Ordinal)))];
    }

    private static ChangeArea AreaOf(string change) =>
        ((ChangeLabelAttribute)Attribute.GetCustomAttribute(typeof(Change).Assembly.GetTypes().Single(t => t.IsSubclassOf(typeof(Change)) && t.Name == change), typeof(ChangeLabelAttribute))!).Area;

    private static HashSet<string> Naming(string change, string told)
    {
        var word = WordStart().Replace(change, "-$0").TrimStart('-').ToLowerInvariant();
        var names = new Regex($"\\b({change}|{told})\\b|\"{word}[\".]", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10));
        return [.. sources.Where(file => names.IsMatch(file.Text)).Select(file => file.Path)];
    }

    [GeneratedRegex("[A-Z]", RegexOptions.None, 1000)]
    private static partial Regex WordStart();
}
