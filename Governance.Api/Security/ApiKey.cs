namespace Governance.Api.Security;

/// <summary>A machine's key as the database knows it: all but the secret.</summary>
public sealed record ApiKey(string Id, string Name, Grant Grant, DateTimeOffset CreatedAt, string CreatedBy, DateTimeOffset? ExpiresAt, DateTimeOffset? RevokedAt)
{
    /// <summary>The id of the key that the first start makes, or that <c>Governance:AdminKey</c> is.</summary>
    public const string Bootstrap = "bootstrap";

    public bool HoldsAt(DateTimeOffset now) => RevokedAt is null && (ExpiresAt is null || now < ExpiresAt);

    /// <summary>A key's text, which only its holder keeps.</summary>
    public static string NewSecret() => "gov_" + Token.New();
}
