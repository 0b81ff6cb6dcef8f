namespace Governance.Domain.Decisions;

/// <summary>Takes out of what is wrong with a decision what only follows from something else in it, and says how last days were read.</summary>
internal static class Consequences
{
    /// <summary>The violations that have a cause of their own.</summary>
    /// <param name="made">What each change was to make, by its place from 0.</param>
    public static IEnumerable<Violation> Without(IReadOnlyList<Violation> violations, Decision decision, IReadOnlyList<Guid> made)
    {
        var unmade = violations.Select(v => v.Change).OfType<int>().Distinct().Where(i => i < made.Count && made[i] != default).GroupBy(i => made[i]).ToDictionary(made => made.Key, made => made.Min());
        var own = violations.Where(v => !(Follows(v.Code) && v.Body is { } body && unmade.TryGetValue(body.Value, out var cause) && cause != v.Change)).ToList();
        // Where each follows from another, none is the cause alone.
        return (own.Count > 0 ? own : violations).Select(v => Read(v, decision));
    }

    /// <summary>Whether it is no more than that something is not there.</summary>
    private static bool Follows(ViolationCode code) => code is ViolationCode.NotInExistence or ViolationCode.ParentMissing or ViolationCode.UnknownSeat or ViolationCode.NoMandateToChange;

    private static Violation Read(Violation violation, Decision decision) =>
        violation.Change is { } index && decision.Changes is { } changes && index < changes.Count && changes[index] is Ending { EffectiveFrom: null, LastDay: { } last } ? violation with { LastDay = last } : violation;
}
