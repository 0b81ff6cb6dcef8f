using Governance.Api.Store;
using Governance.Domain.Decisions;
using Marten;

namespace Governance.Api.Features.Recording.Drafts;

/// <summary>The drafts in the database. Each version is saved once, on the one before it.</summary>
public sealed class SavedDrafts(ClusterSessions sessions)
{
    /// <summary>Those of a cluster that are not recorded, the one saved last first.</summary>
    public async Task<IReadOnlyList<Draft>> OpenAsync(string cluster, CancellationToken ct)
    {
        await using var session = await sessions.ReadAsync(cluster, ct);
        return await session.Query<Draft>().Where(draft => draft.Decision == null).OrderByDescending(draft => draft.SavedAt).ThenBy(draft => draft.Id).ToListAsync(ct);
    }

    /// <summary>One of a cluster's; null if there is none such.</summary>
    public async Task<Draft?> FindAsync(string cluster, Guid id, CancellationToken ct)
    {
        await using var session = await sessions.ReadAsync(cluster, ct);
        return await session.LoadAsync<Draft>(id, ct);
    }

    /// <summary>Saves a version on the one before it; false where somebody else has saved, recorded or deleted it meanwhile.</summary>
    public async Task<bool> SaveAsync(Draft draft, CancellationToken ct)
    {
        await using var session = await sessions.ReadAsync(draft.Cluster, ct);
        if (draft.Version == 1) session.Insert(draft);
        else if (await session.LoadAsync<Draft>(draft.Id, ct) is { Decision: null } before && before.Version == draft.Version - 1) session.Update(draft with { Corrects = before.Corrects, StartedBy = before.StartedBy });
        else return false;
        return await session.TrySaveAsync(ct);
    }

    /// <summary>Rewrites those that are not recorded, also what somebody is saving meanwhile. What is to be gone for good is taken out before it is recorded as gone, and once more after it: if we end in between, nothing is left behind.</summary>
    /// <param name="rewrite">Changes a draft's document, and answers whether it did.</param>
    public async Task RewriteAsync(string cluster, Func<Draft, bool> rewrite, CancellationToken ct)
    {
        foreach (var open in await OpenAsync(cluster, ct))
        {
            var draft = open;
            while (draft is { Decision: null } && rewrite(draft) && !await SaveAsync(draft with { Version = draft.Version + 1 }, ct)) draft = await FindAsync(cluster, draft.Id, ct);
        }
    }

    /// <summary>Notes what a draft became; nothing else is kept of it.</summary>
    public async Task RecordedAsync(Draft draft, DecisionId decision, CancellationToken ct)
    {
        for (var saved = false; !saved;)
        {
            await using var session = await sessions.ReadAsync(draft.Cluster, ct);
            if (await session.LoadAsync<Draft>(draft.Id, ct) is not { } found) return;
            session.Update(found with { Decision = decision, Document = [], StartedBy = "", SavedBy = "" });
            saved = await session.TrySaveAsync(ct);
        }
    }

    /// <summary>Throws a draft away.</summary>
    public async Task DeleteAsync(string cluster, Guid id, CancellationToken ct)
    {
        await using var session = await sessions.OpenAsync(cluster, ct);
        session.DeleteWhere<Draft>(draft => draft.Id == id && draft.Decision == null);
        await session.SaveChangesAsync(ct);
    }
}
