namespace Governance.Tests.Benchmarks;

/// <summary>How much is measured.</summary>
/// <param name="Events">In the log, where it is asked for; else each benchmark knows its own.</param>
/// <param name="Smoke">Just enough to see that it works and what it allocates and asks of the database; its times say nothing.</param>
internal sealed record Scale(long? Events = null, bool Smoke = false);
