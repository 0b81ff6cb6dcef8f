using Governance.Api.EventStore;
using Npgsql;

namespace Governance.Api.Security.SignIn;

/// <summary>The accounts in the database, as their administrators make and change them.</summary>
public sealed class Accounts(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>Makes an account that nobody can sign in to before a password is set.</summary>
    /// <returns>Nothing if another goes by that name.</returns>
    public Task<Account?> CreateAsync(LoginName login, string name, IReadOnlyList<Grant> grants, string createdBy, CancellationToken ct) => database.OneAsync(
        $"insert into gov_accounts (id, login, name, grants, created_at, created_by) values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning {AccountRows.Columns}",
        ct, Token.NewId(), login.Text, name, Texts(grants), clock.GetUtcNow(), createdBy);

    /// <summary>The account of someone whom a provider vouches for, made when they first come.</summary>
    /// <param name="grants">What they are given now; nothing leaves the grants as they are.</param>
    public Task<Account?> VouchedAsync(string issuer, string subject, string name, IReadOnlyList<Grant>? grants, CancellationToken ct) => database.OneAsync(
        $"""
        insert into gov_accounts as a (id, issuer, subject, name, grants, created_at, created_by) values ($1, $2, $3, $4, coalesce($5::text[], array[]::text[]), $6, $2)
          on conflict (issuer, subject) do update set name = excluded.name, grants = coalesce($5::text[], a.grants),
            stamp = a.stamp + (a.grants is distinct from coalesce($5::text[], a.grants))::int
        returning {AccountRows.Columns}
        """,
        ct, Token.NewId(), issuer, subject, name, grants is null ? null : Texts(grants), clock.GetUtcNow());

    /// <summary>Everyone, in the order of their names.</summary>
    public async Task<IReadOnlyList<Account>> ListAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand($"select {AccountRows.Columns} from gov_accounts order by name, id");
        await using var reader = await command.ExecuteReaderAsync(ct);
        var accounts = new List<Account>();
        while (await reader.ReadAsync(ct)) accounts.Add(AccountRows.Read(reader));
        return accounts;
    }

    public Task<Account?> FindAsync(string id, CancellationToken ct) => database.OneAsync($"select {AccountRows.Columns} from gov_accounts where id = $1", ct, id);

    /// <summary>By its id or by what the person signs in as.</summary>
    public Task<Account?> FindByWordAsync(string word, CancellationToken ct) => database.OneAsync(
        $"select {AccountRows.Columns} from gov_accounts where id = $1 or login = $2", ct, word, LoginName.TryParse(word, out var login) ? login.Text : null);

    public Task<Account?> RenameAsync(string id, string name, CancellationToken ct) =>
        database.OneAsync($"update gov_accounts set name = $2 where id = $1 returning {AccountRows.Columns}", ct, id, name);

    /// <summary>Gives these grants in place of those of the account as it was read, and ends its sessions.</summary>
    /// <returns>Nothing if it was changed since.</returns>
    public Task<Account?> GrantAsync(Account account, IReadOnlyList<Grant> grants, CancellationToken ct) => database.OneAsync(
        $"update gov_accounts set grants = $3, stamp = stamp + 1 where id = $1 and stamp = $2 returning {AccountRows.Columns}", ct, account.Id, account.Stamp, Texts(grants));

    /// <summary>Lets the person in no more, and ends their sessions.</summary>
    public Task<Account?> DisableAsync(string id, CancellationToken ct) => database.OneAsync(
        $"update gov_accounts set disabled_at = coalesce(disabled_at, $2), link_hash = null, stamp = stamp + 1 where id = $1 returning {AccountRows.Columns}", ct, id, clock.GetUtcNow());

    public Task<Account?> EnableAsync(string id, CancellationToken ct) => database.OneAsync($"update gov_accounts set disabled_at = null where id = $1 returning {AccountRows.Columns}", ct, id);

    /// <summary>Leaves nothing of the person but the id that the log knows them by, and ends their sessions.</summary>
    public async Task<Account?> EraseAsync(string id, CancellationToken ct)
    {
        await using var command = database.AcrossClusters($"""
        with was as (select name from gov_accounts where id = $1 and name <> ''),
        signed_in as (delete from gov_sessions where account = $1),
        writing as (
          update gov_drafts d set started_by = case when started_by = was.name then '–' else started_by end, saved_by = case when saved_by = was.name then '–' else saved_by end
            from was where was.name in (d.started_by, d.saved_by))
        update gov_accounts set login = null, issuer = null, subject = null, name = '', grants = array[]::text[], password_hash = null, link_hash = null, link_expires_at = null, totp_secret = null,
          totp_on = false, recovery = array[]::bytea[], disabled_at = coalesce(disabled_at, $2), stamp = stamp + 1
         where id = $1 returning {AccountRows.Columns}
        """, id, clock.GetUtcNow());
        await using var row = await command.RowsAsync(ct);
        return await row.ReadAsync(ct) ? AccountRows.Read(row) : null;
    }

    private static string[] Texts(IEnumerable<Grant> grants) => [.. grants.Select(g => g.ToString()).Order(StringComparer.Ordinal)];
}
