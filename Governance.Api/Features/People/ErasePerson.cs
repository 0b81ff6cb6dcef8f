using Governance.Api.Clusters;
using Governance.Api.EventStore;
using Governance.Api.Features.Privacy;
using Governance.Api.Features.Meetings.Items;
using Governance.Api.Features.Recording.Drafts;
using Governance.Api.Security;
using Governance.Domain.Clusters;

namespace Governance.Api.Features.People;

/// <summary>Asks for a person's erasure, or confirms another admin's.</summary>
public sealed record ErasePerson(WriteRequest Request, Guid Id) : ClusterCommand(Request);

/// <summary>What asking for an erasure came to.</summary>
/// <param name="AskedAt">When it was asked for first.</param>
/// <param name="Done">What was erased; null while it waits for another admin.</param>
/// <param name="OfOnePerson">That nothing was done, since the same person answers for who asked and for who would confirm.</param>
public sealed record ErasureOutcome(WriteOutcome Written, DateTimeOffset AskedAt, ErasureDone? Done, bool OfOnePerson = false);

/// <summary>Erases a person, when two admins who are two people have asked for it: seats and appointments stay, drafts are rid of the name.</summary>
public static class ErasePersonHandler
{
    public static async Task<ErasureOutcome> HandleAsync(
        ErasePerson command, ClusterWriter writer, EventLog log, SavedDrafts drafts, SavedProceedings proceedings, HeldAccounts accounts, ResponsiblePeople responsible, TimeProvider clock, CancellationToken ct)
    {
        var (request, id) = (command.Request, command.Id);
        var (asked, erasure, one) = (default(DateTimeOffset), (PersonErasure?)null, false);
        var outcome = await writer.ChangePersonAsync(log, request, id, async (row, aliases) =>
        {
            asked = row.ErasureAskedAt ?? ToMicroseconds(clock.GetUtcNow());
            erasure = new(request.Cluster, row, aliases, drafts, proceedings);
            if (row.ErasureAskedBy is null) return new(new PersonUpdated(new(id)), []) { People = [row with { ErasureAskedBy = request.Actor, ErasureAskedAt = asked }] };
            if (row.ErasureAskedBy == request.Actor) return null;
            one = !await responsible.AreTwoAsync(row.ErasureAskedBy, request.Actor, ct);
            return one ? null : await erasure.WriteAsync();
        }, ct);
        if (outcome is not WriteOutcome.Recorded { Act.Event: PersonErased } recorded) return new(outcome, asked, null, one);
        if (erasure is not null) await erasure.ForgetAsync();
        var texts = PersonErasure.Texts(recorded.Cluster.History, erasure?.Names ?? []);
        return new(outcome, asked, new(id, recorded.Position, recorded.Act.RecordedAt, texts, [.. (await accounts.OfAsync(request.Cluster, erasure?.Emails ?? [], ct)).Select(a => a.Id)]));
    }

    /// <summary>As precisely as the database keeps it.</summary>
    private static DateTimeOffset ToMicroseconds(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMicrosecond));
}

/// <summary>An erasure asked for: another admin's delete confirms it.</summary>
public sealed record ErasureAsked(Guid Id, DateTimeOffset AskedAt);

/// <summary>An erasure done. <c>Texts</c> are those where the name still stands, by decision or other act, for redaction; <c>Accounts</c> those that sign in by the person's e-mail address, which <c>user erase</c> erases.</summary>
public sealed record ErasureDone(Guid Id, long Position, DateTimeOffset RecordedAt, IReadOnlyList<TextsFound> Texts, IReadOnlyList<string> Accounts);
