using FsCheck;
using FsCheck.Fluent;

namespace Governance.Tests.Domain.Laws;

/// <summary>What holds for any story: tried on as many as are asked for, the same ones on every run; a failure is told with the seed and the fewest choices that bring it about.</summary>
internal static class Law
{
    private const ulong Seed = 20220615;

    private static readonly Arbitrary<int[]> Numbers = Arb.From(
        Gen.Choose(50, 900).SelectMany(length => Gen.Choose(0, 999).ArrayOf(length)), ArbMap.Default.ArbFor<int[]>().Shrinker);

    public static void Holds(int stories, Action<Choices> law) => Holds(stories, Numbers, numbers => law(new Choices(numbers)));

    public static void Holds<T>(int cases, Arbitrary<T> any, Action<T> law) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(cases).WithReplay(new Replay(new Rnd(Seed, 1), null)), Prop.ForAll(any, law));
}
