namespace Governance.Api.Security.SignIn;

/// <summary>Tells who is signed in by a token, from memory for a few seconds, so that a session's end reaches every node within them, and this one at once.</summary>
public sealed class SessionCache(Sessions sessions, TimeProvider clock)
{
    private const int LongestToken = 64;
    private readonly ExpiringCache<SignedIn> _known = new(clock);

    public async ValueTask<SignedIn?> FindAsync(string token, CancellationToken ct)
    {
        if (token.Length > LongestToken) return null;

        var hash = Token.Hash(token);
        var found = await _known.FindAsync(Convert.ToHexString(hash), look => sessions.FindAsync(hash, look), ct);
        var now = clock.GetUtcNow();
        return found is not null && found.Session.HoldsAt(now) ? found with { IsDue = found.Session.IsDueAt(now) } : null;
    }

    /// <summary>Ends the session of a token.</summary>
    /// <returns>The id_token that it began with, if any.</returns>
    public async Task<string?> EndAsync(string token, CancellationToken ct)
    {
        if (await sessions.EndAsync(Token.Hash(token), ct) is not { } ended) return null;
        Forget(ended.Account);
        return ended.IdToken;
    }

    /// <summary>Ends one of an account's own sessions.</summary>
    public async Task EndAsync(string account, string session, CancellationToken ct)
    {
        await sessions.EndAsync(account, session, ct);
        Forget(account);
    }

    /// <summary>Looks again at an account that was changed here.</summary>
    public void Forget(string account) => _known.Forget(signedIn => signedIn.Account == account);
}
