using System.Linq.Expressions;
using Governance.Api.EventStore;
using Governance.Api.Store;
using Governance.Domain.Values;
using Marten;

namespace Governance.Api.Security.SignIn;

/// <summary>The accounts in the database, as their administrators make and change them.</summary>
public sealed class Accounts(ClusterSessions sessions, TimeProvider clock)
{
    /// <summary>Makes an account that nobody can sign in to before a password is set.</summary>
    /// <returns>Nothing if another goes by that name.</returns>
    public Task<Account?> CreateAsync(LoginName login, string name, IReadOnlyList<Grant> grants, string createdBy, CancellationToken ct) =>
        AddAsync(New(name, grants, createdBy) with { Login = login.Text }, ct);

    /// <summary>The account of someone whom a provider vouches for, made when they first come.</summary>
    /// <param name="grants">What they are given now; nothing leaves the grants as they are.</param>
    public async Task<Account> VouchedAsync(string issuer, string subject, string name, IReadOnlyList<Grant>? grants, CancellationToken ct)
    {
        while (true)
        {
            var free = FreeName(name, (await ListAsync(ct)).Where(a => (a.Issuer, a.Subject) != (issuer, subject)));
            if (await ChangeAsync(a => a.Issuer == issuer && a.Subject == subject, a => grants is null ? a.Renamed(free, clock.GetUtcNow()) : Granted(a.Renamed(free, clock.GetUtcNow()), grants), ct) is { } known) return known;
            if (await AddAsync(New(free, grants ?? [], issuer) with { Issuer = issuer, Subject = subject }, ct) is { } made) return made;
        }
    }

    /// <summary>Whether another account goes by that name, or by one that looks the same: acts are told by it.</summary>
    /// <param name="but">The id of the account that may.</param>
    public async Task<bool> IsNameTakenAsync(string name, string? but, CancellationToken ct) =>
        VisibleText.LikenessOf(name) is var likeness && (await ListAsync(ct)).Any(a => a.Id != but && VisibleText.LikenessOf(a.Name) == likeness);

    /// <summary>Everyone, in the order of their names.</summary>
    public async Task<IReadOnlyList<Account>> ListAsync(CancellationToken ct)
    {
        await using var session = await sessions.OpenSharedAsync(ct);
        return await session.Query<Account>().OrderBy(a => a.Name).ThenBy(a => a.Id).ToListAsync(ct);
    }

    public Task<Account?> FindAsync(string id, CancellationToken ct) => FindAsync(a => a.Id == id, ct);

    /// <summary>The one account of which that is so.</summary>
    public async Task<Account?> FindAsync(Expression<Func<Account, bool>> which, CancellationToken ct)
    {
        await using var session = await sessions.OpenSharedAsync(ct);
        return await session.Query<Account>().SingleOrDefaultAsync(which, ct);
    }

    /// <summary>By its id or by what the person signs in as.</summary>
    public Task<Account?> FindByWordAsync(string word, CancellationToken ct)
    {
        var login = LoginName.TryParse(word, out var name) ? name.Text : word;
        return FindAsync(a => a.Id == word || a.Login == login, ct);
    }

    public Task<Account?> RenameAsync(string id, string name, CancellationToken ct) => ChangeAsync(id, a => a.Renamed(name, clock.GetUtcNow()), ct);

    /// <summary>Gives these grants in place of those of the account as it was read, and ends its sessions.</summary>
    /// <returns>Nothing if it was changed since.</returns>
    public Task<Account?> GrantAsync(Account account, IReadOnlyList<Grant> grants, CancellationToken ct) =>
        ChangeAsync(account.Id, a => a.Stamp == account.Stamp ? Granted(a, grants) : null, ct);

    /// <summary>Lets the person in no more, and ends their sessions.</summary>
    public Task<Account?> DisableAsync(string id, CancellationToken ct) => ChangeAsync(id, Disabled, ct);

    public Task<Account?> EnableAsync(string id, CancellationToken ct) => ChangeAsync(id, a => a with { DisabledAt = null }, ct);

    /// <summary>Leaves nothing of the person but the id that the log knows them by, and ends their sessions.</summary>
    public Task<Account?> EraseAsync(string id, CancellationToken ct) => ChangeAsync(a => a.Id == id, (session, a) =>
    {
        session.QueueOperation(new ClusterScope(RowLevelSecurity.All));
        session.QueueSqlCommand("delete from gov_sessions where account = ?", id);
        session.QueueSqlCommand("delete from gov_sign_in_attempts where account = ?", id);
        // Whoever is saving one of the drafts meanwhile has to read it again.
        if (a.Name.Length > 0)
            session.QueueSqlCommand(
                """
                update mt_doc_draft set mt_version = gen_random_uuid(), data = data || jsonb_build_object(
                    'startedBy', case when data->>'startedBy' = ? then '–' else data->>'startedBy' end, 'savedBy', case when data->>'savedBy' = ? then '–' else data->>'savedBy' end)
                 where ? in (data->>'startedBy', data->>'savedBy')
                """, a.Name, a.Name, a.Name);
        return new Account(id, "", [], a.CreatedAt, a.CreatedBy) { DisabledAt = Disabled(a).DisabledAt, Stamp = a.Stamp + 1 };
    }, ct);

    /// <summary>Changes an account as it is by then, however many change it at once, on whichever node.</summary>
    /// <param name="change">Nothing leaves it as it is.</param>
    /// <returns>It as changed; nothing where there is none, or it was left.</returns>
    public Task<Account?> ChangeAsync(Expression<Func<Account, bool>> which, Func<Account, Account?> change, CancellationToken ct) => ChangeAsync(which, (_, a) => change(a), ct);

    /// <inheritdoc cref="ChangeAsync(Expression{Func{Account, bool}}, Func{Account, Account?}, CancellationToken)"/>
    public Task<Account?> ChangeAsync(string id, Func<Account, Account?> change, CancellationToken ct) => ChangeAsync(a => a.Id == id, change, ct);

    private async Task<Account?> ChangeAsync(Expression<Func<Account, bool>> which, Func<IDocumentSession, Account, Account?> change, CancellationToken ct)
    {
        while (true)
        {
            await using var session = await sessions.OpenSharedAsync(ct);
            if (await session.Query<Account>().SingleOrDefaultAsync(which, ct) is not { } account || change(session, account) is not { } changed) return null;
            session.Update(changed);
            if (await session.TrySaveAsync(ct)) return changed;
        }
    }

    private async Task<Account?> AddAsync(Account account, CancellationToken ct)
    {
        await using var session = await sessions.OpenSharedAsync(ct);
        session.Insert(account);
        return await session.TrySaveAsync(ct) ? account : null;
    }

    /// <summary>The name, with a number after it where others have it: whom a provider vouches for is not turned away for their name.</summary>
    private static string FreeName(string name, IEnumerable<Account> others)
    {
        var taken = others.Select(a => VisibleText.LikenessOf(a.Name)).ToHashSet(StringComparer.Ordinal);
        var (free, number) = (name, 1);
        while (taken.Contains(VisibleText.LikenessOf(free))) free = $"{name} ({++number})";
        return free;
    }

    private Account New(string name, IEnumerable<Grant> grants, string createdBy) => new(Token.NewId(), name, InOrder(grants), clock.GetUtcNow(), createdBy);

    private Account Disabled(Account a) => a.WithNewStamp() with { DisabledAt = a.DisabledAt ?? clock.GetUtcNow() };

    private static Account Granted(Account a, IEnumerable<Grant> grants) => InOrder(grants) is var given && given.SequenceEqual(a.Grants) ? a : a.WithNewStamp() with { Grants = given };

    private static List<Grant> InOrder(IEnumerable<Grant> grants) => [.. grants.OrderBy(g => g.ToString(), StringComparer.Ordinal)];
}
