using System.Collections.Immutable;

namespace Governance.Domain.Clusters;

/// <summary>One entry in the register, as the log has it: the act, who made it and when, and the facts it brought.</summary>
/// <param name="Position">Place in the register, from 1 without gaps.</param>
/// <param name="RecordedAt">When the log got it, UTC to the microsecond; strictly rising.</param>
/// <param name="Actor">Id of the key or account that made it.</param>
public sealed record RecordedAct(long Position, DateTimeOffset RecordedAt, string? Actor, RegisterEvent Event, ImmutableArray<Fact> Facts);
