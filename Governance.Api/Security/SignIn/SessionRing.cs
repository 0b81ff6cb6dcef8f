namespace Governance.Api.Security.SignIn;

/// <summary>Tells who is signed in by a token, from memory for a few seconds, so that a session's end reaches every node within them, and this one at once.</summary>
public sealed class SessionRing(Sessions sessions, TimeProvider clock)
{
    private const int LongestToken = 64;
    private readonly Believed<SignedIn> _believed = new(clock);

    public async ValueTask<SignedIn?> FindAsync(string token, CancellationToken ct)
    {
        if (token.Length > LongestToken) return null;

        var hash = Token.Hash(token);
        var found = await _believed.FindAsync(Convert.ToHexString(hash), look => sessions.FindAsync(hash, look), ct);
        return found is not null && found.Session.HoldsAt(clock.GetUtcNow()) ? found : null;
    }

    /// <summary>Ends the session of a token.</summary>
    public async Task EndAsync(string token, CancellationToken ct)
    {
        var hash = Token.Hash(token);
        if (await sessions.FindAsync(hash, ct) is not { } ended) return;
        await sessions.EndAsync(hash, ct);
        Forget(ended.Account);
    }

    /// <summary>Ends one of an account's own sessions.</summary>
    public async Task EndAsync(string account, string session, CancellationToken ct)
    {
        await sessions.EndAsync(account, session, ct);
        Forget(account);
    }

    /// <summary>Looks again at an account that was changed here.</summary>
    public void Forget(string account) => _believed.Forget(signedIn => signedIn.Account == account);
}
