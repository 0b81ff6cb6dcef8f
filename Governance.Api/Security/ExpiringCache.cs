using System.Collections.Concurrent;

namespace Governance.Api.Security;

/// <summary>What was found a moment ago, believed for three seconds: what is taken back on one node counts on none after five.</summary>
public sealed class ExpiringCache<T>(TimeProvider clock) where T : class
{
    private const int Many = 10_000;
    private static readonly TimeSpan Trust = TimeSpan.FromSeconds(3);
    private readonly ConcurrentDictionary<string, Finding> _found = new(StringComparer.Ordinal);

    /// <summary>What goes by this name, from memory or by looking; nothing is not remembered.</summary>
    public async ValueTask<T?> FindAsync(string name, Func<CancellationToken, Task<T?>> look, CancellationToken ct)
    {
        if (_found.TryGetValue(name, out var known) && IsFresh(known)) return known.What;

        var at = clock.GetTimestamp();
        var found = await look(ct);
        if (found is null) _found.TryRemove(name, out _);
        else _found[name] = new(found, at);
        if (_found.Count > Many) Forget((_, finding) => !IsFresh(finding));
        return found;
    }

    /// <summary>Whether it was there when last looked for.</summary>
    public bool Knows(string name) => _found.ContainsKey(name);

    /// <summary>Lets the next who asks look again.</summary>
    public void Forget(Func<T, bool> which) => Forget((_, finding) => which(finding.What));

    private void Forget(Func<string, Finding, bool> which)
    {
        foreach (var (name, finding) in _found)
            if (which(name, finding)) _found.TryRemove(new(name, finding));
    }

    private bool IsFresh(Finding finding) => clock.GetElapsedTime(finding.At) < Trust;

    private sealed record Finding(T What, long At);
}
