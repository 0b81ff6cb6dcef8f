using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Governance.Api.EventStore.Archive;

/// <summary>Ends each line with a hash of the line and of all before it, so that a changed byte shows in the line where it is: SHA-256 over the last seal's 32 bytes and the line's bytes up to <c>,"seal"</c>.</summary>
internal sealed class ArchiveSeal
{
    private const int Length = 75;   // ,"seal":"<64>"}
    private byte[] last = [];

    /// <summary>Writes an object that lacks its closing brace as a whole line.</summary>
    public void Write(ReadOnlySpan<byte> open, IBufferWriter<byte> output)
    {
        output.Write(open);
        output.Write(Next(open));
        output.Write("\n"u8);
    }

    /// <summary>Whether a line, without its line feed, is as it was written.</summary>
    public bool Holds(ReadOnlySpan<byte> line) => line.Length > Length && Next(line[..^Length]).AsSpan().SequenceEqual(line[^Length..]);

    private byte[] Next(ReadOnlySpan<byte> open)
    {
        last = SHA256.HashData([.. last, .. open]);
        return Encoding.ASCII.GetBytes($",\"seal\":\"{Convert.ToHexStringLower(last)}\"}}");
    }
}
