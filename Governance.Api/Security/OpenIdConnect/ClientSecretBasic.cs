using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Governance.Api.Security.OpenIdConnect;

/// <summary>
/// Sends the client's secret as <c>client_secret_basic</c>, which is the standard's own way where a provider names none: ASP.NET Core's handler knows no other than the body.
/// Where it has left the secret in the body, the provider takes it there alone.
/// </summary>
public sealed class ClientSecretBasic(ProviderSettings settings, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>What a provider calls this way.</summary>
    public const string Name = "client_secret_basic";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (settings.ClientSecret is { } secret && request.Method == HttpMethod.Post && request.Content is { } form
            && !QueryHelpers.ParseQuery(await form.ReadAsStringAsync(cancellationToken)).ContainsKey("client_secret"))
            request.Headers.Authorization = new AuthenticationHeaderValue(
                "Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes($"{Uri.EscapeDataString(settings.ClientId)}:{Uri.EscapeDataString(secret)}")));
        return await base.SendAsync(request, cancellationToken);
    }
}
