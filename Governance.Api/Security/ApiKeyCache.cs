using System.Security.Cryptography;

namespace Governance.Api.Security;

/// <summary>Tells whose a key is, from memory for a few seconds, so that a revocation reaches every node within them.</summary>
public sealed partial class ApiKeyCache
{
    private const int ShortestSafeKey = 16;
    private const int LongestKey = 256;

    private readonly ExpiringCache<ApiKey> _known;
    private readonly ApiKeys _keys;
    private readonly TimeProvider _clock;
    private readonly byte[]? _adminHash;

    public ApiKeyCache(ApiKeys keys, TimeProvider clock, IConfiguration configuration, ILogger<ApiKeyCache> logger)
    {
        (_keys, _clock, _known) = (keys, clock, new(clock));
        if (configuration["Governance:AdminKey"] is not { Length: > 0 } adminKey) return;
        if (adminKey.Length < ShortestSafeKey) WarnShort(logger, ShortestSafeKey);
        _adminHash = Token.Hash(adminKey);
    }

    /// <summary>Whether the operator gave the admin key, so that none need be made.</summary>
    public bool HasAdminKey => _adminHash is not null;

    /// <summary>Who presents this text; nothing for a key that is unknown, expired or revoked.</summary>
    public async ValueTask<Caller?> FindAsync(string secret, CancellationToken ct)
    {
        if (secret.Length > LongestKey) return null;

        var hash = Token.Hash(secret);
        if (IsAdminKey(hash)) return new Caller(ApiKey.Bootstrap, [new Grant(Role.Admin, null)]);

        var name = Convert.ToHexStringLower(hash);
        var key = await _known.FindAsync(name, look => _keys.FindAsync(name, look), ct);
        return key is not null && key.HoldsAt(_clock.GetUtcNow()) ? new Caller(key.Id, [key.Grant]) : null;
    }

    /// <summary>Whether a key was good when last asked for, without asking again.</summary>
    public bool Knows(string secret) =>
        secret.Length <= LongestKey && Token.Hash(secret) is var hash && (IsAdminKey(hash) || _known.Knows(Convert.ToHexStringLower(hash)));

    private bool IsAdminKey(byte[] hash) => _adminHash is not null && CryptographicOperations.FixedTimeEquals(hash, _adminHash);

    [LoggerMessage(LogLevel.Warning, "Governance:AdminKey is short enough to be guessed: give it {Characters} characters or more")]
    private static partial void WarnShort(ILogger logger, int characters);
}
