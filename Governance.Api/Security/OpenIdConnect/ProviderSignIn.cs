using System.Text.Json;
using Governance.Api.Security.SignIn;
using Governance.Domain.Values;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Governance.Api.Security.OpenIdConnect;

/// <summary>Lets in whom the provider vouches for. An account is made when they first come, known by issuer and subject; where roles come from a claim, they follow it each time.</summary>
public sealed partial class ProviderSignIn(ProviderSettings settings, Provider provider, IdTokens tokens, Accounts accounts, SessionRing ring, ILogger<ProviderSignIn> log)
{
    /// <returns>Nothing when the person is not let in; why stands in the log.</returns>
    public async Task<Account?> TryAsync(IQueryCollection answer, Journey? journey, string callback, CancellationToken ct)
    {
        try
        {
            if (journey is null || answer["state"] != journey.State) throw new ProviderException("The answer is to no sign-in begun in this browser.");
            if (answer["error"] is [{ }]) throw new ProviderException("The provider let the person not in.");
            if (answer["iss"] is [{ } issuer] && issuer.TrimEnd('/') != settings.Authority) throw new ProviderException("The answer is from another provider.");
            if (answer["code"] is not [{ Length: > 0 } code]) throw new ProviderException("The answer has no code.");
            return await AccountAsync(await tokens.ReadAsync(await provider.ExchangeAsync(code, journey, callback, ct), journey, ct), ct);
        }
        catch (Exception e) when (IsTheirs(e, ct))
        {
            LogRefused(log, e is ProviderException ? e.Message : e.GetType().Name);
            return null;
        }
    }

    /// <summary>Where to send the browser; nothing when the provider does not answer.</summary>
    public async Task<string?> BeginAsync(Journey journey, string callback, string language, CancellationToken ct)
    {
        try
        {
            return await provider.AddressAsync(journey, callback, language, ct);
        }
        catch (Exception e) when (IsTheirs(e, ct))
        {
            LogRefused(log, e is ProviderException ? e.Message : e.GetType().Name);
            return null;
        }
    }

    private async Task<Account?> AccountAsync(JsonWebToken token, CancellationToken ct)
    {
        var grants = settings.GrantsOf(token.Claims.Where(c => c.Type == settings.RoleClaim).Select(c => c.Value));
        var account = await accounts.VouchedAsync(token.Issuer, token.Subject, NameOf(token), grants, ct);
        ring.Forget(account.Id);
        if (account.DisabledAt is not null) throw new ProviderException($"Account {account.Id} is disabled.");
        LogDone(log, account.Id);
        return account;
    }

    private static string NameOf(JsonWebToken token)
    {
        foreach (var claim in new[] { "name", "preferred_username", "email" })
            if (IdTokens.Text(token, claim) is { } text && Name.TryParse(text, out var name)) return name.Text;
        return "?";
    }

    /// <summary>What comes of the provider or of the network to it, and is no fault of ours.</summary>
    private static bool IsTheirs(Exception e, CancellationToken ct) =>
        e is ProviderException or HttpRequestException or IOException or JsonException || (e is OperationCanceledException && !ct.IsCancellationRequested);

    [LoggerMessage(LogLevel.Information, "Account {Account} signed in by the OpenID Connect provider")]
    private static partial void LogDone(ILogger log, string account);

    [LoggerMessage(LogLevel.Warning, "A sign-in by the OpenID Connect provider was refused: {Reason}")]
    private static partial void LogRefused(ILogger log, string reason);
}
