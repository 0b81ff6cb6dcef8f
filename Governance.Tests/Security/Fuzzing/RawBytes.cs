using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Governance.Tests.Security.Fuzzing;

/// <summary>Bytes that are nearly a request, or nothing like one, over a connection of their own.</summary>
public static class RawBytes
{
    private const int Enough = 1 << 20;

    /// <summary>The request with some of its bytes cut, changed, doubled or strewn in between.</summary>
    public static byte[] Spoilt(Generated request, Random dice)
    {
        var bytes = request.Bytes().ToList();
        for (var times = dice.Next(1, 6); times > 0 && bytes.Count > 1; times--)
        {
            var at = dice.Next(bytes.Count);
            switch (dice.Next(5))
            {
                case 0: bytes.RemoveRange(at, Math.Min(bytes.Count - at, dice.Next(1, 20))); break;
                case 1: bytes[at] = (byte)dice.Next(256); break;
                case 2: bytes.InsertRange(at, bytes.GetRange(at, Math.Min(bytes.Count - at, dice.Next(1, 200)))); break;
                case 3: bytes.InsertRange(at, Enumerable.Range(0, dice.Next(1, 20)).Select(_ => (byte)dice.Next(256)).ToList()); break;
                default: bytes.RemoveRange(at, bytes.Count - at); break;
            }
        }
        return [.. bytes];
    }

    /// <returns>The status and the text of what came before the connection was closed; 0 if nothing came.</returns>
    public static async Task<(int Status, string Text)> SendAsync(Uri server, byte[] bytes, CancellationToken ct)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(server.Host, server.Port, ct);
        var answer = new List<byte>();
        try
        {
            await socket.SendAsync(bytes, ct);
            socket.Shutdown(SocketShutdown.Send);
            var buffer = new byte[8192];
            for (int read; answer.Count < Enough && (read = await socket.ReceiveAsync(buffer, ct)) > 0;)
            {
                answer.AddRange(buffer.AsSpan(0, read));
                if (buffer.AsSpan(0, read).IndexOf("text/event-stream"u8) >= 0) break;
            }
        }
        catch (SocketException)
        {
            // Closed on us while we spoke: an answer too.
        }
        var text = Encoding.UTF8.GetString([.. answer]);
        return (text.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) ? int.Parse(text.AsSpan(9, 3), CultureInfo.InvariantCulture) : 0, text);
    }
}
