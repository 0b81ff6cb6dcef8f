namespace Governance.Tests.Benchmarks.SideBySide;

/// <summary>One work, and the turns that the contestants took at it, in the same order of rounds.</summary>
/// <param name="Unit">What is counted, a second; or what is measured, of which less is better.</param>
/// <param name="Units">How much one turn does; null where what is measured is better when less.</param>
internal sealed record Entry(string Work, string Unit, long? Units, IReadOnlyDictionary<string, List<NodeTurn>> Turns)
{
    /// <summary>The median of a contestant's turns; null where it takes no part.</summary>
    public double? Figure(string contestant) => Turns.TryGetValue(contestant, out var turns) ? Median(turns.Select(Figure)) : null;

    /// <summary>The median over the rounds of how often the other's figure ours is, and the least and most; null where the other takes no part.</summary>
    public (double Median, double Least, double Most)? Ratio(string other)
    {
        if (!Turns.TryGetValue(other, out var theirs) || !Turns.TryGetValue(Contestant.Ours, out var ours)) return null;
        List<double> ratios = [.. ours.Zip(theirs, (o, t) => Figure(o) / Figure(t))];
        return (Median(ratios), ratios.Min(), ratios.Max());
    }

    /// <summary>Milliseconds that the given share of a contestant's answers took at most.</summary>
    public double? Percentile(string contestant, double share) =>
        Turns[contestant].SelectMany(t => t.Done.Each).Select(e => e.TotalMilliseconds).Order().ToList() is [_, ..] each ? each[(int)((each.Count - 1) * share)] : null;

    public static double Median(IEnumerable<double> of) => of.Order().ToList() is var all ? (all[(all.Count - 1) / 2] + all[all.Count / 2]) / 2 : 0;

    private double Figure(NodeTurn turn) => turn.Done.Measured ?? (Units is { } units ? (units - turn.Done.Failed) / turn.Elapsed.TotalSeconds : turn.Elapsed.TotalMilliseconds);
}
