using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Governance.Api.Security.SignIn;

/// <summary>Keeps what is known of a sign-in under way in the browser itself, so that it can neither be read nor changed there.</summary>
/// <param name="name">The cookie's, and what it is sealed for.</param>
public sealed class ProtectedCookie<T>(IDataProtectionProvider protection, TimeProvider clock, string name, TimeSpan lifetime) where T : class
{
    private readonly IDataProtector _seal = protection.CreateProtector(name);

    public void Set(HttpContext context, T value) =>
        SessionCookie.Write(context, name, _seal.Protect(JsonSerializer.Serialize(new Content(value, clock.GetUtcNow() + lifetime))), lifetime);

    /// <summary>Nothing when there is none, it is too old, or it is not as it was set.</summary>
    public T? Read(HttpContext context)
    {
        if (SessionCookie.Read(context.Request, name) is not { } text) return null;
        try
        {
            var content = JsonSerializer.Deserialize<Content>(_seal.Unprotect(text))!;
            return clock.GetUtcNow() < content.Until ? content.Value : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void Clear(HttpContext context) => SessionCookie.Delete(context, name);

    private sealed record Content(T Value, DateTimeOffset Until);
}
