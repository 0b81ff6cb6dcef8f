namespace Governance.Tests.Benchmarks.SideBySide;

/// <summary>What is compared, and how long.</summary>
/// <param name="Only">One contest; null for all.</param>
/// <param name="Rounds">Of each work; null for as many as each needs.</param>
/// <param name="Guarded">Whether the peer guards every decision by a snapshot, not those of one cluster alone.</param>
/// <param name="Smoke">Just enough to see that it works: its times say nothing.</param>
internal sealed record CompareOptions(IReadOnlyList<Contestant> Contestants, string? Only = null, int? Rounds = null, bool Guarded = false, bool Smoke = false)
{
    /// <summary>From the command line; null where it cannot be read.</summary>
    public static CompareOptions? Of(IReadOnlyList<string> args)
    {
        var options = new CompareOptions([]);
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] == "--guarded")
            {
                options = options with { Guarded = true };
                continue;
            }
            var (name, value) = (args[i], ++i < args.Count ? args[i] : "");
            switch (name)
            {
                case "--ours" or "--against" or "--peer" when File.Exists(value): options = options with { Contestants = [.. options.Contestants, new(name[2..], value)] }; break;
                case "--only" when Contests.All.ContainsKey(value): options = options with { Only = value }; break;
                case "--rounds" when int.TryParse(value, out var rounds) && rounds > 0: options = options with { Rounds = rounds }; break;
                default: return null;
            }
        }
        return options.Contestants.Any(c => c.Name == Contestant.Ours) ? options : null;
    }
}
