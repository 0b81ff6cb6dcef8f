using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Governance.Api.Security.OpenIdConnect;

/// <summary>Judges the token that tells who signed in: signed by the provider's key, for us, for this journey, and not expired.</summary>
public sealed class IdTokens(ProviderSettings settings, Provider provider, TimeProvider clock)
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    private static readonly string[] algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384,
        SecurityAlgorithms.RsaSsaPssSha512, SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };

    /// <summary>The token, if it holds; throws <see cref="ProviderException"/> else.</summary>
    public async Task<JsonWebToken> ReadAsync(string token, Journey journey, CancellationToken ct)
    {
        var said = await provider.DescribeAsync(unlike: null, ct);
        var result = await ValidateAsync(token, said);
        // The provider may have changed its keys since it was asked for them.
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException or SecurityTokenInvalidSignatureException) result = await ValidateAsync(token, await provider.DescribeAsync(unlike: said, ct));
        if (!result.IsValid) throw new ProviderException($"The id_token does not hold: {result.Exception.GetType().Name}.");

        var read = (JsonWebToken)result.SecurityToken;
        if (Text(read, "nonce") != journey.Nonce) throw new ProviderException("The id_token is for another nonce.");
        if (Text(read, "azp") is { } party && party != settings.ClientId) throw new ProviderException("The id_token is for another client.");
        if (string.IsNullOrEmpty(read.Subject)) throw new ProviderException("The id_token is of nobody.");
        return read;
    }

    /// <summary>A claim that is a text; nothing where there is none.</summary>
    public static string? Text(JsonWebToken token, string claim) => token.TryGetPayloadValue<string>(claim, out var value) ? value : null;

    private Task<TokenValidationResult> ValidateAsync(string token, OpenIdConnectConfiguration said) => _handler.ValidateTokenAsync(token, new TokenValidationParameters
    {
        ValidIssuer = said.Issuer,
        ValidAudience = settings.ClientId,
        IssuerSigningKeys = said.SigningKeys,
        ValidAlgorithms = algorithms,
        LifetimeValidator = (from, until, _, _) => until is { } end && Now < end + Skew && (from is null || from - Skew <= Now),
    });

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}
