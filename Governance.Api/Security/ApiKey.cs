namespace Governance.Api.Security;

/// <summary>A machine's key: all but the secret, which only its holder keeps. A document.</summary>
/// <param name="Hash">SHA-256 of the secret in lower-case hex: of 256 random bits a plain hash is enough.</param>
public sealed record ApiKey(string Id, string Name, string Hash, Grant Grant, DateTimeOffset CreatedAt, string CreatedBy, DateTimeOffset? ExpiresAt, DateTimeOffset? RevokedAt)
{
    /// <summary>The id of the key that the first start makes, or that <c>Governance:AdminKey</c> is.</summary>
    public const string Bootstrap = "bootstrap";

    public bool HoldsAt(DateTimeOffset now) => RevokedAt is null && (ExpiresAt is null || now < ExpiresAt);

    /// <summary>A key's text, which only its holder keeps.</summary>
    public static string NewSecret() => "gov_" + Token.New();
}
