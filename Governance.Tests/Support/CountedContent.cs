using System.Net;

namespace Governance.Tests.Support;

/// <summary>A body of so many bytes, made as it is sent, which knows how much of it was: nothing before the server asks for it.</summary>
public sealed class CountedContent : HttpContent
{
    private readonly byte[] piece = new byte[16 << 10];
    private readonly string begin;
    private readonly long length;
    private readonly bool announced;
    private long sent;

    /// <param name="announced">Whether its length stands in the header.</param>
    public CountedContent(string mediaType, string begin, long length, bool announced)
    {
        (this.begin, this.length, this.announced) = (begin, length, announced);
        piece.AsSpan().Fill((byte)'x');
        Headers.TryAddWithoutValidation("Content-Type", mediaType);
    }

    /// <summary>How many bytes were asked for.</summary>
    public long Sent => Volatile.Read(ref sent);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        var first = System.Text.Encoding.ASCII.GetBytes(begin);
        await stream.WriteAsync(first);
        Volatile.Write(ref sent, first.Length);
        while (sent < length)
        {
            var next = (int)Math.Min(piece.Length, length - sent);
            await stream.WriteAsync(piece.AsMemory(0, next));
            Interlocked.Add(ref sent, next);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = this.length;
        return announced;
    }
}
