using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Governance.Api.Clusters;

/// <summary>The one place where ids are made: UUIDs of version 7, in the order of their making.</summary>
public sealed class Ids(TimeProvider clock)
{
    /// <summary>An id that was never used.</summary>
    [SuppressMessage("ApiDesign", "RS0030", Justification = "The one place.")]
    public Guid New() => Guid.CreateVersion7(clock.GetUtcNow());

    /// <summary>Ids made from a seed (UUIDs of version 8), one after another: the same seed makes the same.</summary>
    public static Func<Guid> From(ReadOnlySpan<byte> seed)
    {
        var hash = SHA256.HashData(seed);
        var made = 0L;
        return () =>
        {
            Span<byte> input = stackalloc byte[SHA256.HashSizeInBytes + sizeof(long)];
            hash.CopyTo(input);
            BinaryPrimitives.WriteInt64BigEndian(input[SHA256.HashSizeInBytes..], made++);
            Span<byte> id = SHA256.HashData(input).AsSpan(0, 16);
            id[6] = (byte)(id[6] & 0x0F | 0x80);
            id[8] = (byte)(id[8] & 0x3F | 0x80);
            return new(id, bigEndian: true);
        };
    }
}
