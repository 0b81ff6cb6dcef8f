using System.Buffers.Text;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Governance.Tests.Benchmarks;

/// <summary>One connection to a server, asked and answered as cheaply as can be, so that what is measured is the server.</summary>
internal sealed class Wire : IDisposable
{
    private static readonly byte[] HeadEnd = "\r\n\r\n"u8.ToArray();

    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] answer = new byte[64 << 10];
    private int length;

    private Wire()
    {
    }

    public static async Task<Wire> OpenAsync(Uri server)
    {
        var wire = new Wire();
        await wire.socket.ConnectAsync(server.Host, server.Port);
        return wire;
    }

    /// <summary>So many, to one server.</summary>
    public static async Task<IReadOnlyList<Wire>> OpenAsync(Uri server, int count)
    {
        var wires = new List<Wire>();
        while (wires.Count < count) wires.Add(await OpenAsync(server));
        return wires;
    }

    public static byte[] Get(string path, string headers = "") => Encoding.UTF8.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\n{headers}\r\n");

    public static byte[] Post(string path, string key, string json) => Encoding.UTF8.GetBytes(
        $"POST {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {key}\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(json)}\r\n\r\n{json}");

    /// <summary>Sends a request and waits for all of its answer, which must have that status.</summary>
    public async Task AskAsync(ReadOnlyMemory<byte> request, int status)
    {
        if (await StatusAsync(request) != status) throw new InvalidOperationException($"Not {status}: {Encoding.UTF8.GetString(answer, 0, length)}");
    }

    /// <summary>Sends a request, waits for all of its answer and tells its status.</summary>
    public async Task<int> StatusAsync(ReadOnlyMemory<byte> request)
    {
        await socket.SendAsync(request);
        for (length = 0; !IsWhole();)
        {
            if (length == answer.Length) Array.Resize(ref answer, 2 * length);
            var received = await socket.ReceiveAsync(answer.AsMemory(length));
            if (received == 0) throw new IOException("The server hung up.");
            length += received;
        }
        return Utf8Parser.TryParse(answer.AsSpan(9, 3), out int status, out _) ? status : throw new InvalidOperationException($"No status: {Encoding.UTF8.GetString(answer, 0, length)}");
    }

    /// <summary>A header of the last answer.</summary>
    public string Header(string name)
    {
        var head = Encoding.UTF8.GetString(answer, 0, answer.AsSpan(0, length).IndexOf(HeadEnd));
        return head.Split("\r\n").Single(line => line.StartsWith($"{name}: ", StringComparison.OrdinalIgnoreCase))[(name.Length + 2)..];
    }

    /// <summary>The last answer's body, if its length was told.</summary>
    public byte[] Body() => answer[(length - int.Parse(Header("Content-Length"), CultureInfo.InvariantCulture))..length];

    public void Dispose() => socket.Dispose();

    private bool IsWhole()
    {
        var got = answer.AsSpan(0, length);
        var head = got.IndexOf(HeadEnd);
        if (head < 0) return false;
        var lines = got[..head];
        if (lines.IndexOf("Transfer-Encoding: chunked"u8) >= 0) return got.EndsWith("\r\n0\r\n\r\n"u8);
        var told = lines.IndexOf("Content-Length: "u8);
        if (told < 0) return true;
        return Utf8Parser.TryParse(lines[(told + 16)..], out int body, out _) && length >= head + HeadEnd.Length + body;
    }
}
