using Governance.Api.Security.SignIn;

namespace Governance.Api.Security.OpenIdConnect;

/// <summary>Signing in by a provider, where one is set up.</summary>
public static class ProviderSetup
{
    private const int LargestAnswer = 1 << 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static void AddProvider(this IServiceCollection services, IConfiguration configuration)
    {
        if (ProviderSettings.Of(configuration) is not { } settings) return;

        services.AddSingleton(settings);
        services.AddSingleton(provider => new Provider(settings, Client(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IdTokens>();
        services.AddSingleton<ProviderSignIn>();
        services.AddSealedCookie<Journey>("governance-provider");
    }

    private static HttpClient Client() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = Patience, MaxResponseContentBufferSize = LargestAnswer };
}
