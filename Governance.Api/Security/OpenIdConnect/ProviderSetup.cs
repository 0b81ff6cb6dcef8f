using Governance.Api.Security.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Governance.Api.Security.OpenIdConnect;

/// <summary>Signing in by an OpenID Connect provider, where one is set up: the authorization code flow with PKCE, by ASP.NET Core's own handler.</summary>
public static class ProviderSetup
{
    public const string SchemeName = "OpenIdConnect";

    /// <summary>Where the provider sends people back to: to be registered there, as is the other.</summary>
    public const string Callback = "/sign-in/provider/callback";

    /// <summary>Where it sends them when they have signed out.</summary>
    public const string SignedOut = "/sign-in/provider/signed-out";

    private const int LargestAnswer = 1 << 20;
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan underWay = TimeSpan.FromMinutes(10);

    private static readonly string[] algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384,
        SecurityAlgorithms.RsaSsaPssSha512, SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    public static void AddProvider(this AuthenticationBuilder authentication, IConfiguration configuration)
    {
        if (ProviderSettings.Of(configuration) is not { } settings) return;

        authentication.Services.AddSingleton(settings);
        authentication.Services.AddScoped<ProviderEvents>();
        authentication.AddOpenIdConnect(SchemeName, options => Configure(options, settings));
        authentication.Services.AddOptions<OpenIdConnectOptions>(SchemeName).Configure<IHttpContextAccessor>((options, accessor) =>
        {
            options.CorrelationCookie = new HostCookie(accessor, ProviderEvents.Cookies + "state-", underWay);
            options.NonceCookie = new HostCookie(accessor, ProviderEvents.Cookies + "nonce-", underWay);
        });
    }

    private static void Configure(OpenIdConnectOptions options, ProviderSettings settings)
    {
        (options.Authority, options.ClientId, options.ClientSecret) = (settings.Authority, settings.ClientId, settings.ClientSecret);
        (options.ResponseType, options.ResponseMode, options.UsePkce) = (OpenIdConnectResponseType.Code, OpenIdConnectResponseMode.Query, true);   // in the query: cookies that are Lax come with it
        (options.CallbackPath, options.SignedOutCallbackPath, options.RemoteSignOutPath) = (Callback, SignedOut, default);
        (options.MapInboundClaims, options.SaveTokens, options.DisableTelemetry) = (false, true, true);
        options.EventsType = typeof(ProviderEvents);
        options.Scope.Clear();
        foreach (var scope in settings.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries)) options.Scope.Add(scope);
        (options.TokenValidationParameters.ValidAlgorithms, options.TokenValidationParameters.ClockSkew) = (algorithms, TimeSpan.FromMinutes(1));

        options.Backchannel = new HttpClient(new ClientSecretBasic(settings, new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }))
        {
            Timeout = patience,
            MaxResponseContentBufferSize = LargestAnswer,
        };
        options.ConfigurationManager = new ConfigurationManager<OpenIdConnectConfiguration>(
            settings.Authority + "/.well-known/openid-configuration", new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(options.Backchannel) { RequireHttps = !new Uri(settings.Authority).IsLoopback }, new ProviderMetadata(settings))
        {
            RefreshInterval = TimeSpan.FromSeconds(10),
        };
    }
}
