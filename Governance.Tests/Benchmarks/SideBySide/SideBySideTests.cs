using Governance.Api.Hosting;
using Governance.Tests.Api.Scale;
using Governance.Tests.Support;

namespace Governance.Tests.Benchmarks.SideBySide;

/// <summary>Every contest runs, the program beside the peer, each in a process of its own; how long it takes says nothing.</summary>
[Collection(nameof(Alone))]
public sealed class SideBySideTests
{
    private static readonly string Ours = typeof(Application).Assembly.Location;

    /// <summary>Built with the tests.</summary>
    private static readonly string Peer = Path.Combine(Repository.Root, "Governance.Tests", "Benchmarks", "Peer", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, new DirectoryInfo(AppContext.BaseDirectory).Name, "Governance.Peer.dll");

    public static TheoryData<string, int, int> Works => new()
    {
        { "record", 6, 6 }, { "read", 8, 4 }, { "cold", 1, 1 }, { "import", 1, 1 }, { "rebuild", 2, 1 }, { "start", 1, 1 }, { "memory", 2, 2 },
    };

    [Theory]
    [MemberData(nameof(Works))]
    public async Task A_contest_has_a_figure_of_each_and_nothing_of_ours_fails(string contest, int works, int worksOfPeer)
    {
        await using var comparison = await Comparison.StartAsync(new([new(Contestant.Ours, Ours), new(Contestant.Peer, Peer)], Smoke: true));

        await Contests.RunAsync(comparison, contest);

        comparison.Entries.Should().HaveCount(works).And.OnlyContain(e => e.Figure(Contestant.Ours) > 0);
        comparison.Entries.Where(e => e.Figure(Contestant.Peer) > 0).Should().HaveCount(worksOfPeer).And.OnlyContain(e => e.Ratio(Contestant.Peer)!.Value.Least > 0);
        comparison.Entries.SelectMany(e => e.Turns).Where(t => t.Key != Contestant.Peer).SelectMany(t => t.Value).Should().OnlyContain(t => t.Done.Failed == 0);
    }

    [Fact]
    public void What_is_asked_for_is_read_or_refused_as_a_whole()
    {
        CompareOptions.Of(["--ours", Ours, "--peer", Peer, "--only", "record", "--rounds", "9", "--guarded"]).Should().BeEquivalentTo(
            new CompareOptions([new(Contestant.Ours, Ours), new(Contestant.Peer, Peer)], "record", 9, Guarded: true));
        foreach (var wrong in new string[][] { [], ["--peer", Peer], ["--ours", "nowhere.dll"], ["--ours", Ours, "--rounds", "0"], ["--ours", Ours, "--only", "everything"], ["--ours", Ours, "--rounds"] })
            CompareOptions.Of(wrong).Should().BeNull();
    }
}
