using System.Text.Json;
using System.Text.Json.Serialization;
using Governance.Api.EventStore;

namespace Governance.Api.Security.SignIn;

/// <summary>A name that an account had.</summary>
/// <param name="Until">When it was changed.</param>
public sealed record FormerName(string Name, DateTimeOffset Until);

/// <summary>A person who can sign in. A document; what is secret of it stands as a hash, but for the second factor's secret, which both sides have to know.</summary>
/// <param name="Id">The actor's id in the log.</param>
/// <param name="Grants">At most one for each cluster, and one for all.</param>
public sealed record Account(string Id, string Name, IReadOnlyList<Grant> Grants, DateTimeOffset CreatedAt, string CreatedBy)
{
    /// <summary>An e-mail address or a user name, in lower case; nothing for one whom only a provider vouches for.</summary>
    public string? Login { get; init; }

    /// <summary>What the person was called before, the earliest first.</summary>
    public IReadOnlyList<FormerName> FormerNames { get; init; } = [];

    /// <summary>The OpenID Connect provider that vouches for the person, who is <see cref="Subject"/> there.</summary>
    public string? Issuer { get; init; }

    public string? Subject { get; init; }

    public string? PasswordHash { get; init; }

    /// <summary>SHA-256 in hex of the token that may set a password once, until <see cref="LinkExpiresAt"/> and as long as the stamp stays.</summary>
    public string? LinkHash { get; init; }

    public DateTimeOffset? LinkExpiresAt { get; init; }

    public bool HasSecondFactor { get; init; }

    /// <summary>Of the second factor.</summary>
    public byte[]? TotpSecret { get; init; }

    /// <summary>The period of the last code taken: none up to it is taken again.</summary>
    public long TotpStep { get; init; }

    /// <summary>The hash of each that is not used yet.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; init; } = [];

    public DateTimeOffset? DisabledAt { get; init; }

    /// <summary>Grows with every change that ends the account's sessions.</summary>
    public long Stamp { get; init; }

    [JsonIgnore]
    public bool HasPassword => PasswordHash is not null;

    /// <summary>Under another name, with the one it had kept.</summary>
    public Account Renamed(string name, DateTimeOffset at) => name == Name ? this : this with { Name = name, FormerNames = [.. FormerNames, new(Name, at)] };

    /// <summary>With the role there, in place of the one held there; without any for none.</summary>
    public static IReadOnlyList<Grant> Granting(IEnumerable<Grant> grants, Role? role, string? cluster) =>
        [.. grants.Where(g => g.Cluster != cluster), .. role is { } given ? [new Grant(given, cluster)] : Array.Empty<Grant>()];

    /// <summary>With another stamp: its sessions have ended, and the link that sets a password holds no more, since whoever has it got it for what the account could do then.</summary>
    public Account WithNewStamp() => this with { Stamp = Stamp + 1, LinkHash = null, LinkExpiresAt = null };

    /// <summary>Reads the document.</summary>
    internal static Account Read(byte[] json) => JsonSerializer.Deserialize<Account>(json, EventJson.Options)!;
}
