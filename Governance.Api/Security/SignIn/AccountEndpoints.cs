using Governance.Api.Http;
using Governance.Api.Http.Binding;
using Governance.Api.Http.OpenApi;
using Governance.Api.Http.Problems;
using Governance.Domain.Values;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Governance.Api.Security.SignIn;

/// <summary>
/// Making and changing accounts: by an admin of all clusters, or of those where the account has its roles. A cluster's admin gives and takes roles there, but
/// lets nobody in or out who has a role elsewhere: they could else come in as someone who may do more than they.
/// </summary>
public static class AccountEndpoints
{
    private static readonly Problem taken = new(ProblemType.Conflict, new("Det finnes alt en konto med dette navnet.", "There is an account by that login already."));
    private static readonly Problem nameTaken = new(
        ProblemType.Conflict, new("En annen konto har dette navnet, eller ett som ser likt ut. Legg til noe som skiller dem.", "Another account has this name, or one that looks the same. Add something that tells them apart."));
    private static readonly Problem noPassword = new(
        ProblemType.Conflict, new("Kontoen er stengt, eller personen logger inn et annet sted og har ikke passord her.", "The account is disabled, or the person signs in elsewhere and has no password here."));
    private static readonly Dictionary<string, DateTimeOffset> unlocked = [];
    private static readonly Phrase twice = new("Står to ganger.", "Stands twice.");

    public static void MapAccounts(this IEndpointRouteBuilder endpoints)
    {
        var accounts = endpoints.MapGroup("/api/accounts").RequireRoleSomewhere(Role.Admin).WithTags("Accounts");
        accounts.MapPost("", CreateAsync).Answers<AccountView>("CreateAccount", "Make an account, with a link that sets its password once", 201).Refuses(ProblemType.Conflict);
        accounts.MapGet("", ListAsync).Answers<AccountList>("ListAccounts", "The accounts with roles in the clusters you administer");
        accounts.MapPatch("/{id}", ChangeAsync).Answers<AccountView>("ChangeAccount", "Rename, disable or enable an account, or set its roles, on every node within five seconds").Refuses(ProblemType.Conflict);
        accounts.MapPost("/{id}/password-link", ResetAsync).Answers<PasswordLink>("ResetPassword", "Take the password back, end sessions and lock, and make a link that sets another").Refuses(ProblemType.Conflict);
        accounts.MapDelete("/{id}/second-factor", TurnOffAsync).WithName("TurnOffSecondFactor").WithSummary("Turn a lost second factor off");
    }

    private static async Task<Results<Created<AccountView>, ForbidHttpResult, Problem>> CreateAsync(
        RequestBody<NewAccount> body, Caller caller, Accounts accounts, StoredPasswords passwords, CancellationToken ct)
    {
        var (login, name, asked) = body.Value;
        if (Doubled(asked) is { } problem) return problem;
        if (!Administers(caller, [.. asked.Select(g => g.Grant)])) return TypedResults.Forbid();
        if (await accounts.IsNameTakenAsync(name.Text, but: null, ct)) return nameTaken;
        if (await accounts.CreateAsync(login, name.Text, [.. asked.Select(g => g.Grant)], caller.ActorId!, ct) is not { } account) return taken;

        return TypedResults.Created($"/api/accounts/{account.Id}", AccountView.Of(account, caller, unlocked, await passwords.ResetAsync(account.Id, ct)));
    }

    private static async Task<Ok<AccountList>> ListAsync(Caller caller, Accounts accounts, SignInAttempts attempts, CancellationToken ct)
    {
        var locks = await attempts.LocksAsync(ct);
        return TypedResults.Ok(new AccountList([.. (await accounts.ListAsync(ct)).Where(a => Sees(caller, a)).Select(a => AccountView.Of(a, caller, locks))]));
    }

    private static async Task<Results<Ok<AccountView>, NotFound, ForbidHttpResult, Problem>> ChangeAsync(
        string id, RequestBody<AccountPatch> body, Caller caller, Accounts accounts, SignInAttempts attempts, SessionCache cache, CancellationToken ct)
    {
        var (name, disabled, asked) = body.Value;
        if (Doubled(asked ?? []) is { } problem) return problem;
        if (await accounts.FindAsync(id, ct) is not { } account || !Sees(caller, account)) return TypedResults.NotFound();
        if ((name is not null || disabled is not null) && !Administers(caller, account.Grants)) return TypedResults.Forbid();
        if (asked is { Count: > 0 } && !Administers(caller, [.. asked.Select(g => g.Grant)])) return TypedResults.Forbid();

        if (name is not null && await accounts.IsNameTakenAsync(name.Text, id, ct)) return nameTaken;

        if (asked is not null)
        {
            IReadOnlyList<Grant> grants = [.. account.Grants.Where(g => !caller.Can(Role.Admin, g.Cluster)), .. asked.Select(g => g.Grant)];
            if (await accounts.GrantAsync(account, grants, ct) is not { } granted) return Problem.Conflict;
            account = granted;
        }

        if (name is not null) account = await accounts.RenameAsync(id, name.Text, ct);
        if (disabled is { } away) account = away ? await accounts.DisableAsync(id, ct) : await accounts.EnableAsync(id, ct);
        cache.Forget(id);
        return TypedResults.Ok(AccountView.Of(account!, caller, await attempts.LocksAsync(ct)));
    }

    private static async Task<Results<Ok<PasswordLink>, NotFound, ForbidHttpResult, Problem>> ResetAsync(
        string id, Caller caller, Accounts accounts, StoredPasswords passwords, SessionCache cache, TimeProvider clock, CancellationToken ct)
    {
        if (await accounts.FindAsync(id, ct) is not { } account || !Sees(caller, account)) return TypedResults.NotFound();
        if (!Administers(caller, account.Grants)) return TypedResults.Forbid();
        if (await passwords.ResetAsync(id, ct) is not { } token) return noPassword;

        cache.Forget(id);
        return TypedResults.Ok(new PasswordLink(StoredPasswords.LinkOf(token), clock.GetUtcNow() + StoredPasswords.LinkLifetime));
    }

    private static async Task<Results<NoContent, NotFound, ForbidHttpResult>> TurnOffAsync(
        string id, Caller caller, Accounts accounts, SecondFactors seconds, SessionCache cache, CancellationToken ct)
    {
        if (await accounts.FindAsync(id, ct) is not { } account || !Sees(caller, account)) return TypedResults.NotFound();
        if (!Administers(caller, account.Grants)) return TypedResults.Forbid();

        await seconds.TurnOffAsync(id, ct);
        cache.Forget(id);
        return TypedResults.NoContent();
    }

    private static bool Sees(Caller caller, Account account) => caller.Can(Role.Admin, null) || account.Grants.Any(g => caller.Can(Role.Admin, g.Cluster));

    /// <summary>Whether all these roles are the caller's to give; having none is an admin's of all clusters.</summary>
    private static bool Administers(Caller caller, IReadOnlyList<Grant> grants) =>
        caller.Can(Role.Admin, null) || (grants.Count > 0 && grants.All(g => caller.Can(Role.Admin, g.Cluster)));

    private static Problem? Doubled(IReadOnlyList<NewGrant> grants)
    {
        var places = grants.Select((g, i) => (g.Grant.Cluster, Place: i)).GroupBy(g => g.Cluster).SelectMany(same => same.Skip(1));
        var faults = places.Select(g => new Fault($"grants[{g.Place}].cluster", twice)).ToList();
        return faults.Count == 0 ? null : Problem.Malformed(faults);
    }
}
