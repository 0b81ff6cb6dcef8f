using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Governance.Api.Security;

/// <summary>Tells whose a key is, from memory for a few seconds, so that a revocation reaches every node within them.</summary>
public sealed partial class KeyRing
{
    private const int ShortestSafeKey = 16;
    private const int LongestKey = 256;
    private static readonly TimeSpan Trust = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<string, Remembered> _remembered = new(StringComparer.Ordinal);
    private readonly ApiKeys _keys;
    private readonly TimeProvider _clock;
    private readonly byte[]? _adminHash;

    public KeyRing(ApiKeys keys, TimeProvider clock, IConfiguration configuration, ILogger<KeyRing> logger)
    {
        (_keys, _clock) = (keys, clock);
        if (configuration["Governance:AdminKey"] is not { Length: > 0 } adminKey) return;
        if (adminKey.Length < ShortestSafeKey) WarnShort(logger, ShortestSafeKey);
        _adminHash = ApiKey.Hash(adminKey);
    }

    /// <summary>Whether the operator gave the admin key, so that none need be made.</summary>
    public bool HasAdminKey => _adminHash is not null;

    /// <summary>Who presents this text; nothing for a key that is unknown, expired or revoked.</summary>
    public async ValueTask<Caller?> FindAsync(string secret, CancellationToken ct)
    {
        if (secret.Length > LongestKey) return null;

        var hash = ApiKey.Hash(secret);
        if (IsAdminKey(hash)) return new Caller(ApiKey.Bootstrap, [new Grant(Role.Admin, null)]);

        var name = Convert.ToHexString(hash);
        if (_remembered.TryGetValue(name, out var known) && _clock.GetElapsedTime(known.At) < Trust) return CallerOf(known.Key);

        var at = _clock.GetTimestamp();
        var key = await _keys.FindAsync(hash, ct);
        if (key is null)
            _remembered.TryRemove(name, out _);
        else
            _remembered[name] = new Remembered(key, at);
        return CallerOf(key);
    }

    /// <summary>Whether a key was good when last asked for, without asking again.</summary>
    public bool Knows(string secret) =>
        secret.Length <= LongestKey && ApiKey.Hash(secret) is var hash && (IsAdminKey(hash) || _remembered.ContainsKey(Convert.ToHexString(hash)));

    private bool IsAdminKey(byte[] hash) => _adminHash is not null && CryptographicOperations.FixedTimeEquals(hash, _adminHash);

    private Caller? CallerOf(ApiKey? key) => key is not null && key.HoldsAt(_clock.GetUtcNow()) ? new Caller(key.Id, [key.Grant]) : null;

    [LoggerMessage(LogLevel.Warning, "Governance:AdminKey is short enough to be guessed: give it {Characters} characters or more")]
    private static partial void WarnShort(ILogger logger, int characters);

    private sealed record Remembered(ApiKey Key, long At);
}
