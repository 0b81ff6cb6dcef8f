using System.Security.Cryptography;
using System.Text;
using Governance.Domain.Decisions;

namespace Governance.Api.EventStore;

/// <summary>A cluster's register: the stream with exactly one event per act, whose version is the cluster's position.</summary>
public static class RegisterStream
{
    /// <summary>Its type in the log is this type's alias: <c>register</c>.</summary>
    public static Type Type { get; } = typeof(Register);

    /// <summary>Its id, made from the cluster's, so that a head is found by primary key.</summary>
    public static Guid Of(string cluster) => Named(cluster, "register");

    /// <summary>The id of a stream that a cluster has one of: a UUID (version 8) made from the cluster's id and the stream's type.</summary>
    public static Guid Named(string cluster, string type)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{type}:{cluster}"), hash);
        hash[6] = (byte)(hash[6] & 0x0F | 0x80);
        hash[8] = (byte)(hash[8] & 0x3F | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
