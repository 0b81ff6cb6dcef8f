using System.Security.Cryptography;

namespace Governance.Api.Security.SignIn;

/// <summary>Codes on paper that take the place of the app's, each once: 79 random bits as <c>k3ym-27ap-…</c>, without letters that look alike.</summary>
public static class RecoveryCode
{
    /// <summary>How many are given at a time.</summary>
    public const int Count = 10;

    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int Length = 16;
    private const int Group = 4;

    public static IReadOnlyList<string> NewSet() =>
        [.. Enumerable.Range(0, Count).Select(_ => string.Join('-', RandomNumberGenerator.GetString(Letters, Length).Chunk(Group).Select(group => new string(group))))];

    /// <summary>What is kept of one, however it is typed.</summary>
    public static string Hash(string code) => Token.HashText(new string([.. code.ToLowerInvariant().Where(char.IsLetterOrDigit)]));
}
