using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Governance.Api.Security.OpenIdConnect;

/// <summary>The provider did not do as the protocol has it; the message is for the log and tells nothing of the person.</summary>
public sealed class ProviderException(string message) : Exception(message);

/// <summary>Talks to the provider: what it says of itself, where people go to sign in, and the token for a code.</summary>
public sealed class Provider(ProviderSettings settings, HttpClient http, TimeProvider clock) : IDisposable
{
    private const string Discovery = "/.well-known/openid-configuration";
    private const string Basic = "client_secret_basic";
    private static readonly TimeSpan Lasting = TimeSpan.FromHours(12);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _door = new(1);
    private Known? _known;

    /// <summary>What the provider says of itself, with its keys; kept for half a day.</summary>
    /// <param name="unlike">What was found too old: it is asked for anew, though not more often than every ten seconds.</param>
    public async Task<OpenIdConnectConfiguration> DescribeAsync(OpenIdConnectConfiguration? unlike, CancellationToken ct)
    {
        await _door.WaitAsync(ct);
        try
        {
            var now = clock.GetUtcNow();
            if (_known is { } known && now - known.At < (ReferenceEquals(known.Said, unlike) ? Pause : Lasting)) return known.Said;

            var documents = new HttpDocumentRetriever(http) { RequireHttps = !new Uri(settings.Authority).IsLoopback };
            var said = await OpenIdConnectConfigurationRetriever.GetAsync(settings.Authority + Discovery, documents, ct);
            if (said.Issuer?.TrimEnd('/') != settings.Authority) throw new ProviderException("The provider says it is another than the Authority.");
            if (said.AuthorizationEndpoint is null || said.TokenEndpoint is null) throw new ProviderException("The provider does not say where its endpoints are.");
            _known = new(said, now);
            return said;
        }
        finally
        {
            _door.Release();
        }
    }

    /// <summary>Where to send the browser.</summary>
    public async Task<string> AddressAsync(Journey journey, string callback, string language, CancellationToken ct)
    {
        var endpoint = (await DescribeAsync(unlike: null, ct)).AuthorizationEndpoint;
        var query = new QueryBuilder
        {
            { "response_type", "code" }, { "client_id", settings.ClientId }, { "redirect_uri", callback }, { "scope", settings.Scopes }, { "state", journey.State },
            { "nonce", journey.Nonce }, { "code_challenge", journey.Challenge }, { "code_challenge_method", "S256" }, { "ui_locales", language },
        };
        return endpoint + (endpoint.Contains('?', StringComparison.Ordinal) ? "&" + query.ToString()[1..] : query.ToString());
    }

    /// <summary>The token that tells who signed in, in exchange for a code.</summary>
    public async Task<string> ExchangeAsync(string code, Journey journey, string callback, CancellationToken ct)
    {
        var said = await DescribeAsync(unlike: null, ct);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = callback,
            ["client_id"] = settings.ClientId,
            ["code_verifier"] = journey.Verifier,
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, said.TokenEndpoint);
        if (settings.ClientSecret is { } secret)
        {
            if (said.TokenEndpointAuthMethodsSupported.Count == 0 || said.TokenEndpointAuthMethodsSupported.Contains(Basic)) request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Credentials(secret));
            else fields["client_secret"] = secret;
        }

        request.Content = new FormUrlEncodedContent(fields);
        using var response = await http.SendAsync(request, ct);
        if (!response.IsSuccessStatusCode) throw new ProviderException($"The provider answered {(int)response.StatusCode} to the code.");
        using var answer = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(ct));
        return answer.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("id_token", out var token) && token.ValueKind == JsonValueKind.String
            ? token.GetString()!
            : throw new ProviderException("The provider gave no id_token.");
    }

    public void Dispose()
    {
        _door.Dispose();
        http.Dispose();
    }

    private string Credentials(string secret) => Convert.ToBase64String(Encoding.ASCII.GetBytes($"{Uri.EscapeDataString(settings.ClientId)}:{Uri.EscapeDataString(secret)}"));

    private sealed record Known(OpenIdConnectConfiguration Said, DateTimeOffset At);
}
