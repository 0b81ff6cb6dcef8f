namespace Governance.Tests.Benchmarks.SideBySide;

/// <summary>A program that is compared, as built or published: it has the verbs <c>migrate</c>, <c>serve</c> and <c>rebuild</c>, and answers at the API's paths.</summary>
/// <param name="Program">The path of its assembly.</param>
internal sealed record Contestant(string Name, string Program)
{
    public const string Ours = "ours", Against = "against", Peer = "peer";

    /// <summary>It records, imports and aggregates, but keeps no rules, times or pages.</summary>
    public bool IsPeer => Name == Peer;
}
