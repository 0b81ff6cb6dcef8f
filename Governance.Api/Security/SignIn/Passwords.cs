using System.Text;
using Governance.Domain.Values;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Governance.Api.Security.SignIn;

/// <summary>How passwords are hashed, compared and judged when they are chosen. Comparing takes as long for someone unknown.</summary>
public sealed class Passwords
{
    /// <summary>Fewest characters in one.</summary>
    public const int MinLength = 12;

    /// <summary>Most characters in one.</summary>
    public const int MaxLength = 256;

    private const int Iterations = 210_000;

    private readonly PasswordHasher<Passwords> _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Iterations }));
    private readonly string _nobodys;

    public Passwords() => _nobodys = Hash(Token.New());

    public string Hash(string password) => _hasher.HashPassword(this, Canonical(password));

    /// <summary>Whether it is the password of that hash; without a hash it never is.</summary>
    public PasswordVerificationResult Verify(string? hash, string password)
    {
        if (password.Length > MaxLength) return PasswordVerificationResult.Failed;
        var result = _hasher.VerifyHashedPassword(this, hash ?? _nobodys, Canonical(password));
        return hash is null ? PasswordVerificationResult.Failed : result;
    }

    /// <summary>What is wrong with a password that someone chooses; nothing if it will do.</summary>
    public static Phrase? FaultOf(string password, Account account)
    {
        if (password.Length is < MinLength or > MaxLength) return new($"Passordet må ha {MinLength}–{MaxLength} tegn. En setning er lett å huske.", $"The password must have {MinLength}–{MaxLength} characters. A sentence is easy to remember.");
        if (password.Distinct().Count() < MinLength / 2) return new("Passordet gjentar de samme tegnene. Velg et annet.", "The password repeats the same characters. Choose another.");
        return Own(account).Any(word => password.Contains(word, StringComparison.OrdinalIgnoreCase))
            ? new("Passordet inneholder navnet ditt. Velg et annet.", "The password contains your name. Choose another.")
            : null;
    }

    private static IEnumerable<string> Own(Account account) => new[] { account.Login?.Split('@')[0], account.Name }.OfType<string>().Where(word => word.Length > 2);

    /// <summary>The same for the same letters, whichever keyboard they were typed on.</summary>
    private static string Canonical(string password) => string.Concat(password.EnumerateRunes()).Normalize(NormalizationForm.FormKC);
}
