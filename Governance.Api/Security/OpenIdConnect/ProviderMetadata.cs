using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Governance.Api.Security.OpenIdConnect;

/// <summary>Judges what a provider says of itself: it must be who it was asked as, and all that it is reached at must be https, but on this very machine.</summary>
public sealed class ProviderMetadata(ProviderSettings settings) : IConfigurationValidator<OpenIdConnectConfiguration>
{
    public ConfigurationValidationResult Validate(OpenIdConnectConfiguration configuration) => FaultOf(configuration) is { } fault
        ? new() { Succeeded = false, ErrorMessage = fault }
        : new() { Succeeded = true };

    private string? FaultOf(OpenIdConnectConfiguration said)
    {
        if (said.Issuer?.TrimEnd('/') != settings.Authority) return "The provider says it is another than the Authority.";
        if (said.SigningKeys.Count == 0) return "The provider has no keys.";
        if (!IsSafe(said.AuthorizationEndpoint) || !IsSafe(said.TokenEndpoint)) return "The provider does not say where its endpoints are, or not by https.";
        return said.EndSessionEndpoint is { Length: > 0 } end && !IsSafe(end) ? "The provider signs out elsewhere than by https." : null;
    }

    private static bool IsSafe(string? endpoint) => Uri.TryCreate(endpoint, UriKind.Absolute, out var address) && ProviderSettings.IsSafe(address);
}
