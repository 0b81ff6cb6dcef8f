using Governance.Api.Clusters;
using Governance.Api.EventStore;
using Governance.Api.Features.Privacy;
using Governance.Api.Features.Recording.Drafts;
using Governance.Domain.Clusters;
using Governance.Domain.Decisions;
using Governance.Domain.People;
using Governance.Domain.Values;

namespace Governance.Api.Features.People;

/// <summary>What asking for an erasure came to.</summary>
/// <param name="AskedAt">When it was asked for first.</param>
/// <param name="Done">What was erased; null while it waits for another admin.</param>
public sealed record ErasureOutcome(WriteOutcome Written, DateTimeOffset AskedAt, ErasureDone? Done);

/// <summary>Erases a person, when two admins have asked for it: seats and appointments stay, drafts are rid of the name.</summary>
public sealed class PersonErasure(PersonWrites people, SavedDrafts drafts, HeldAccounts accounts, TimeProvider clock)
{
    /// <summary>Asks for it, or does what another asked for.</summary>
    public async Task<ErasureOutcome> AskAsync(WriteRequest request, Guid id, CancellationToken ct)
    {
        var asked = default(DateTimeOffset);
        var gone = new Forgetting([], []);
        string[] emails = [];
        var outcome = await people.ChangeAsync(request, id, async (row, aliases) =>
        {
            emails = Emails([row, .. aliases]);
            asked = row.ErasureAskedAt ?? ToMicroseconds(clock.GetUtcNow());
            gone = Gone(row, aliases);
            if (row.ErasureAskedBy is null) return new(new PersonUpdated(new(id)), []) { People = [row with { ErasureAskedBy = request.Actor, ErasureAskedAt = asked }] };
            return row.ErasureAskedBy == request.Actor ? null : await ErasedAsync(request.Cluster, row, aliases, gone);
        }, ct);
        if (outcome is not WriteOutcome.Recorded recorded || recorded.Cluster.History.Acts[(int)recorded.Position - 1] is not { Event: PersonErased } act) return new(outcome, asked, null);
        await ForgetAsync(request.Cluster, gone);
        return new(outcome, asked, new(id, recorded.Position, act.RecordedAt, Texts(recorded.Cluster.History, gone.Names),
            [.. (await accounts.OfAsync(request.Cluster, emails, ct)).Select(a => a.Id)]));
    }

    /// <summary>Erases whom a restored backup has brought back, from the drafts too; false where there is nobody to erase.</summary>
    public async Task<bool> EraseAgainAsync(WriteRequest request, Guid id, CancellationToken ct)
    {
        var gone = new Forgetting([], []);
        var outcome = await people.ChangeAsync(request, id, async (row, aliases) =>
        {
            gone = Gone(row, aliases);
            return await ErasedAsync(request.Cluster, row, aliases, gone);
        }, ct);
        if (outcome is not WriteOutcome.Recorded) return false;
        await ForgetAsync(request.Cluster, gone);
        return true;
    }

    /// <summary>All that rows of one person call them.</summary>
    public static IReadOnlyList<string> Names(IEnumerable<Person> rows) => [.. rows.Select(r => r.Name).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The addresses that rows of one person have.</summary>
    public static string[] Emails(IEnumerable<Person> rows) => [.. rows.Select(r => r.Email).OfType<string>()];

    /// <summary>The texts where one of these names stands.</summary>
    public static IReadOnlyList<TextsFound> Texts(ClusterHistory history, IReadOnlyList<string> names)
    {
        var named = new NamesInText(names);
        return [
            .. from decision in history.Decisions.Values
               let texts = Naming(DecisionTexts.Of(decision))
               where texts.Count > 0
               orderby decision.Position
               select new TextsFound(decision.Id.Value, decision.Current.Head.CaseNumber, decision.Current.Head.Title, texts),
            .. from act in history.Acts
               let texts = Naming(ActTexts.Of(act))
               where texts.Count > 0
               select new TextsFound(null, null, null, texts, act.Position, Words.OfType(act.Event.GetType()))];

        List<string> Naming(IEnumerable<PlacedText> texts) => [.. texts.Where(t => named.StandIn(t.Text)).Select(t => t.Path)];
    }

    /// <summary>As precisely as the database keeps it.</summary>
    private static DateTimeOffset ToMicroseconds(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMicrosecond));

    private static Forgetting Gone(Person row, IReadOnlyList<Person> aliases) => new([.. aliases.Prepend(row).Select(r => r.Id.ToString())], Names([row, .. aliases]));

    private async Task<Verdict.Write> ErasedAsync(string cluster, Person row, IReadOnlyList<Person> aliases, Forgetting gone)
    {
        await ForgetAsync(cluster, gone);
        return new(new PersonErased(new(row.Id)), []) { People = [Cleared(row), .. aliases.Select(Cleared)] };
    }

    private Task ForgetAsync(string cluster, Forgetting gone) => drafts.RewriteAsync(cluster, draft => gone.In(draft.Document), CancellationToken.None);

    private static Person Cleared(Person row) => new(row.Id, "") { MergedInto = row.MergedInto, Erased = true };
}
