using Governance.Api.Store;
using Governance.Domain.Meetings;
using Marten;

namespace Governance.Api.Features.Meetings.Items;

/// <summary>What is written for meetings, in the database. Two who write at once both get their way: whoever comes second writes on what the first has written.</summary>
public sealed class SavedProceedings(ClusterSessions sessions)
{
    /// <summary>Those of a meeting; empty ones where nothing is written.</summary>
    public async Task<Proceedings> FindAsync(string cluster, MeetingId meeting, CancellationToken ct)
    {
        await using var session = await sessions.ReadAsync(cluster, ct);
        return await session.LoadAsync<Proceedings>(meeting.Value, ct) ?? Proceedings.Of(meeting);
    }

    /// <summary>All of a cluster's.</summary>
    public async Task<IReadOnlyList<Proceedings>> AllAsync(string cluster, CancellationToken ct)
    {
        await using var session = await sessions.ReadAsync(cluster, ct);
        return await session.Query<Proceedings>().OrderBy(p => p.Id).ToListAsync(ct);
    }

    /// <summary>Changes those of a meeting; nothing where they are so already.</summary>
    /// <returns>They as they are now.</returns>
    public async Task<Proceedings> ChangeAsync(string cluster, MeetingId meeting, Func<Proceedings, Proceedings> change, CancellationToken ct)
    {
        while (true)
        {
            await using var session = await sessions.ReadAsync(cluster, ct);
            var before = await session.LoadAsync<Proceedings>(meeting.Value, ct);
            var there = before ?? Proceedings.Of(meeting);
            var after = change(there);
            if (ReferenceEquals(after, there)) return after;
            after = after with { Version = (before?.Version ?? 0) + 1 };
            if (before is null) session.Insert(after);
            else session.Update(after);
            if (await session.TrySaveAsync(ct)) return after;
        }
    }
}
