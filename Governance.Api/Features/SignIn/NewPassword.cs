using Governance.Api.Security.SignIn;
using Governance.Domain.Values;

namespace Governance.Api.Features.SignIn;

/// <summary>A password chosen in a form, written twice.</summary>
/// <param name="Fault">Why it will not do.</param>
/// <param name="Login">What it belongs to, for the browser that keeps it.</param>
public sealed record NewPassword(Phrase? Fault, string? Login)
{
    private static readonly Phrase differ = new("De to er ikke like. Skriv det samme to ganger.", "The two are not the same. Write the same twice.");

    /// <summary>What is wrong with it; nothing if it will do.</summary>
    public static Phrase? FaultOf(string? password, string? again, Account account) =>
        Passwords.FaultOf(password ?? "", account) ?? (password == again ? null : differ);
}

/// <summary>Where a form asks for the password that one has.</summary>
/// <param name="Name">Of its field.</param>
/// <param name="Id">Of its field, in the page.</param>
/// <param name="Fault">Why it was refused.</param>
public sealed record CurrentPassword(string Name, string Id, Phrase? Fault);
