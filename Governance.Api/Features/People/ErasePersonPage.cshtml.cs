using Governance.Api.Clusters;
using Governance.Api.EventStore;
using Governance.Api.Features.Pages;
using Governance.Api.Features.Privacy;
using Governance.Api.Features.Recording;
using Governance.Api.Http.Problems;
using Governance.Api.Security;
using Governance.Domain.Decisions;
using Governance.Domain.Views;
using Microsoft.AspNetCore.Mvc;
using Wolverine;

namespace Governance.Api.Features.People;

/// <summary>A person to be erased: one admin asks, another confirms.</summary>
[RequiresRole(Role.Admin)]
public sealed class ErasePersonPage(Site site, ClusterViews views, EventLog log, IMessageBus bus, HeldAccounts accounts) : WorkPage(site, views)
{
    /// <summary>The person as kept; null once erased.</summary>
    public Person? Person { get; private set; }

    /// <summary>The seats they held and hold, which stay without the name.</summary>
    public int Seats { get; private set; }

    /// <summary>The decisions in whose texts the name stands.</summary>
    public IReadOnlyList<DecisionLink> Named { get; private set; } = [];

    /// <summary>The other acts, meetings and notes, in whose texts it stands.</summary>
    public IReadOnlyList<Registration> Acts { get; private set; } = [];

    /// <summary>The accounts that sign in by the person's e-mail address, which stay.</summary>
    public IReadOnlyList<HeldAccount> Accounts { get; private set; } = [];

    /// <summary>Whether the caller is who asked.</summary>
    public bool AskedByCaller => Person?.ErasureAskedBy == Site.Caller.ActorId;

    /// <summary>Whether who would confirm answers for who asked.</summary>
    public bool OfOnePerson { get; private set; }

    /// <summary>What others recorded since this was shown.</summary>
    public IReadOnlyList<Registration> Since { get; private set; } = [];

    /// <summary>Shows what would come of it; of who is erased already, where the name still stands.</summary>
    public async Task<IActionResult> OnGetAsync(Guid[] named, long[] act, CancellationToken ct) => await LookAsync(named, act, ct) ?? Page();

    /// <summary>Asks for it, or does what another asked for.</summary>
    public async Task<IActionResult> OnPostAsync(long position, CancellationToken ct)
    {
        if (await LookAsync([], [], ct) is { } refusal) return refusal;
        if (Person is null) return Page();
        (var written, _, var done, OfOnePerson) = await bus.InvokeForTenantAsync<ErasureOutcome>(Cluster, new ErasePerson(Once(position, Person.ErasureAskedBy ?? ""), Id), ct);
        if (OfOnePerson) return Page();
        if (written is WriteOutcome.Recorded or WriteOutcome.Unchanged) return Go($"/people/{Id}/erase", "main", (done?.Texts ?? []).Select(t => t.Decision is { } id ? ("named", (string?)$"{id}") : ("act", $"{t.Act}")));
        if (written is not WriteOutcome.Stale) return new AnswerResult(WriteProblems.Of(written, position));
        Since = RecordedSince(position);
        return Page();
    }

    private async Task<IActionResult?> LookAsync(IReadOnlyList<Guid> named, IReadOnlyList<long> acts, CancellationToken ct)
    {
        if (await SeeAsync(ct) is { } refusal) return refusal;
        Site.Keep([.. named.Select(id => ("named", (string?)$"{id}")), .. acts.Select(position => ("act", (string?)$"{position}"))]);
        var aliases = Seen.View.History.Aliases.Where(a => a.Value.Value == Id).Select(a => a.Key.Value);
        var rows = await log.ReadPeopleAsync(Cluster, [Id, .. aliases], ct);
        if (rows.SingleOrDefault(r => r.Id == Id) is not { MergedInto: null } row) return new AnswerResult(Problem.NotFound);
        Person = row.Erased ? null : row;
        Seats = PersonView.Of(Seen.View, new(Id)) is { } person ? person.Seats.Count + person.Acting.Count : 0;
        if (!row.Erased)
        {
            Accounts = await accounts.OfAsync(Cluster, PersonErasure.EmailsOf(rows), ct);
            var texts = PersonErasure.Texts(Seen.View.History, PersonErasure.NamesOf(rows));
            (named, acts) = ([.. texts.Select(t => t.Decision).OfType<Guid>()], [.. texts.Select(t => t.Act).OfType<long>()]);
        }
        Named = [.. named.Select(id => Seen.View.Link(new DecisionId(id))).OfType<DecisionLink>()];
        Acts = [.. acts.Where(p => p >= 1 && p <= Seen.Live.Position).Select(p => Registration.Of(Seen.View, Seen.View.History.Acts[(int)p - 1]))];
        return null;
    }
}
