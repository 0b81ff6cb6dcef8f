using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Governance.Tests.Security.OpenIdConnect;

/// <summary>What a provider tells of somebody; each test spoils one thing of it.</summary>
public sealed record IdToken(string Issuer, string Audience, string? Nonce, DateTime Expires, IDictionary<string, object> Claims, SigningCredentials? Signing);

/// <summary>A small OpenID Connect provider with real keys: each code is good once, for whoever has its verifier and the client's secret.</summary>
public sealed class FakeProvider : IAsyncDisposable
{
    public const string ClientId = "governance";
    public const string Secret = "klientens: hemmelighet";
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, (string Challenge, string Token)> _codes = new(StringComparer.Ordinal);

    private FakeProvider(WebApplication app)
    {
        _app = app;
        app.MapGet("/.well-known/openid-configuration", () => Results.Json(new
        {
            issuer = Says ?? Authority,
            authorization_endpoint = Authority + "/authorize",
            token_endpoint = TokenEndpoint ?? Authority + "/token",
            jwks_uri = Authority + "/keys",
            end_session_endpoint = SignsOut ? Authority + "/signed-out" : null,
            token_endpoint_auth_methods_supported = InBody ? new[] { "client_secret_post" } : null,
        }));
        app.MapGet("/keys", () => Results.Json(new { keys = new[] { Public(Key) } }));
        app.MapPost("/token", Exchange);
    }

    public string Authority => _app.Urls.Single();

    /// <summary>Who it says it is, if another.</summary>
    public string? Says { get; set; }

    /// <summary>Where it says that codes are exchanged, if elsewhere than here.</summary>
    public string? TokenEndpoint { get; set; }

    /// <summary>Whether it takes the client's secret in the body alone.</summary>
    public bool InBody { get; set; }

    /// <summary>Whether people can sign out there.</summary>
    public bool SignsOut { get; set; } = true;

    /// <summary>The tokens that it has given, the last last.</summary>
    public ConcurrentQueue<string> Given { get; } = new();

    public RsaSecurityKey Key { get; private set; } = NewKey();

    public static async Task<FakeProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=None"]);
        var provider = new FakeProvider(builder.Build());
        await provider._app.StartAsync();
        return provider;
    }

    /// <summary>Takes another key in place of the one it had.</summary>
    public void ChangeKey() => Key = NewKey();

    public static RsaSecurityKey NewKey() => new(RSA.Create(2048)) { KeyId = Convert.ToHexString(RandomNumberGenerator.GetBytes(8)) };

    /// <summary>A code for a token that is as it should be, but for what is spoilt.</summary>
    public string CodeFor(string nonce, string challenge, string subject, Func<IdToken, IdToken>? spoil = null, IDictionary<string, object>? claims = null)
    {
        var good = new IdToken(Authority, ClientId, nonce, Now.AddMinutes(5), new Dictionary<string, object>(claims ?? new Dictionary<string, object>()) { ["sub"] = subject },
            new SigningCredentials(Key, SecurityAlgorithms.RsaSha256));
        var token = spoil?.Invoke(good) ?? good;
        if (token.Nonce is not null) token.Claims["nonce"] = token.Nonce;
        var text = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = token.Issuer,
            Audience = token.Audience,
            IssuedAt = Now.AddHours(-1),
            NotBefore = Now.AddHours(-1),
            Expires = token.Expires,
            Claims = token.Claims,
            SigningCredentials = token.Signing,
        });
        var code = Convert.ToHexString(RandomNumberGenerator.GetBytes(8));
        _codes[code] = (challenge, text);
        return code;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static DateTime Now => TimeProvider.System.GetUtcNow().UtcDateTime;

    private static object Public(RsaSecurityKey key)
    {
        var parameters = key.Rsa.ExportParameters(includePrivateParameters: false);
        return new { kty = "RSA", use = "sig", kid = key.KeyId, n = Base64Url.EncodeToString(parameters.Modulus), e = Base64Url.EncodeToString(parameters.Exponent) };
    }

    private IResult Exchange(HttpRequest request)
    {
        var (form, basic) = (request.Form, Convert.ToBase64String(Encoding.ASCII.GetBytes($"{ClientId}:{Uri.EscapeDataString(Secret)}")));
        if (InBody ? form["client_secret"] != Secret || request.Headers.Authorization.Count > 0 : request.Headers.Authorization != $"Basic {basic}" || form.ContainsKey("client_secret")) return Results.Unauthorized();
        if (form["client_id"] != ClientId) return Results.Unauthorized();
        if (!_codes.TryRemove(form["code"].ToString(), out var known)) return Results.BadRequest(new { error = "invalid_grant" });
        var challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        if (challenge == known.Challenge) Given.Enqueue(known.Token);
        return challenge == known.Challenge ? Results.Json(new { access_token = "x", token_type = "Bearer", id_token = known.Token }) : Results.BadRequest(new { error = "invalid_grant" });
    }
}
