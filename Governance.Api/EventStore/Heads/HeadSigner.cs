using System.Security.Cryptography;
using Governance.Api.Hosting;

namespace Governance.Api.EventStore.Heads;

/// <summary>Signs heads by the key whose file the setting <c>Governance:SigningKey</c> names; by none, where it names none.</summary>
public sealed class HeadSigner(IConfiguration configuration, TimeProvider clock) : IDisposable
{
    /// <summary>The setting.</summary>
    public const string Setting = "Governance:SigningKey";

    private readonly ECDsa? signing = configuration[Setting] is { Length: > 0 } file ? Read(new(file)) : null;

    /// <summary>The head, signed now; null where there is no key.</summary>
    public SignedHead? Sign(string cluster, Head head) => signing is null ? null : SignedHead.Of(cluster, head, clock.GetUtcNow(), signing);

    /// <summary>Makes a key, and its public half beside it. Throws <see cref="CannotStartException"/> where there is one already.</summary>
    /// <returns>The key's name.</returns>
    public static string Make(FileInfo file)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using (var to = new StreamWriter(SecludedFile.Create(file, anew: true))) to.WriteLine(key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText($"{file.FullName}.pub", key.ExportSubjectPublicKeyInfoPem() + "\n");
        return SignedHead.KeyOf(key);
    }

    /// <summary>Reads either half of a key, as PEM.</summary>
    public static ECDsa Read(FileInfo file)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(file.FullName));
            return key;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw new CannotStartException($"{file} is no key that can be read: {e.Message}", e);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => signing?.Dispose();
}
