using Microsoft.AspNetCore.DataProtection;

namespace Governance.Api.Security.SignIn;

/// <summary>How people sign in.</summary>
public static class SignInSetup
{
    public static void AddSignIn(this IServiceCollection services)
    {
        services.AddSingleton<Accounts>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<SessionCache>();
        services.AddSingleton<BrowserSession>();
        services.AddSingleton<Passwords>();
        services.AddSingleton<StoredPasswords>();
        services.AddSingleton<SecondFactors>();
        services.AddSingleton<SignInAttempts>();
        services.AddSingleton<SignInRate>();
        services.AddSingleton<PasswordSignIn>();
        services.AddProtectedCookie<KnownBrowser>("governance-browser", TimeSpan.FromDays(180));
        services.AddProtectedCookie<PendingSecondFactor>("governance-code");
        services.AddProtectedCookie<SecondFactorOffer>("governance-second-factor");
    }

    /// <summary>A sealed cookie of this name for what is of this type, for ten minutes if nothing else is said.</summary>
    public static void AddProtectedCookie<T>(this IServiceCollection services, string name, TimeSpan? lifetime = null) where T : class =>
        services.AddSingleton(provider => new ProtectedCookie<T>(provider.GetRequiredService<IDataProtectionProvider>(), provider.GetRequiredService<TimeProvider>(), name, lifetime ?? TimeSpan.FromMinutes(10)));
}
