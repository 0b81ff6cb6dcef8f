using Microsoft.AspNetCore.DataProtection;

namespace Governance.Api.Security.SignIn;

/// <summary>How people sign in.</summary>
public static class SignInSetup
{
    public static void AddSignIn(this IServiceCollection services)
    {
        services.AddSingleton<Accounts>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<SessionRing>();
        services.AddSingleton<BrowserSession>();
        services.AddSingleton<Passwords>();
        services.AddSingleton<StoredPasswords>();
        services.AddSingleton<SecondFactors>();
        services.AddSingleton<Attempts>();
        services.AddSingleton<SignInRate>();
        services.AddSingleton<Door>();
        services.AddSealedCookie<CodeAwaited>("governance-code");
    }

    /// <summary>A sealed cookie of this name for what is of this type.</summary>
    public static void AddSealedCookie<T>(this IServiceCollection services, string name) where T : class =>
        services.AddSingleton(provider => new SealedCookie<T>(provider.GetRequiredService<IDataProtectionProvider>(), provider.GetRequiredService<TimeProvider>(), name));
}
