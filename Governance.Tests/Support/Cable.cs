using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Npgsql;

namespace Governance.Tests.Support;

/// <summary>The line between a server and its database, to be cut and mended.</summary>
public sealed class Cable : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<Socket, Socket> lines = new();
    private readonly UnixDomainSocketEndPoint database;
    private readonly Task accepting;
    private volatile byte[]? lost;
    private readonly ConcurrentDictionary<Socket, bool> dead = new();
    private volatile bool cut;
    private volatile bool silent;

    private Cable(NpgsqlConnectionStringBuilder to)
    {
        database = new UnixDomainSocketEndPoint(Path.Combine(to.Host!, $".s.PGSQL.{to.Port}"));
        listener.Start();
        (to.Host, to.Port) = ("127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port);
        ConnectionString = to.ConnectionString;
        accepting = AcceptAsync();
    }

    /// <summary>Reaches the database by this line.</summary>
    public string ConnectionString { get; }

    /// <summary>A line to a database that is reached by a socket.</summary>
    public static Cable To(string connectionString) => new(new NpgsqlConnectionStringBuilder(connectionString));

    /// <summary>From now on nothing comes through.</summary>
    public void Cut()
    {
        cut = true;
        foreach (var (client, server) in lines) Close(client, server);
    }

    public void Mend() => (cut, silent) = (false, false);

    /// <summary>From now on what is sent is swallowed, and neither end is told. Mended, the lines from before stay dead.</summary>
    public void Silence()
    {
        silent = true;
        foreach (var client in lines.Keys) dead[client] = true;
    }

    /// <summary>The next transaction with these words in it is committed; that it was is not answered, and the line breaks.</summary>
    public void LoseAnswerToCommitOf(string words) => lost = Encoding.UTF8.GetBytes(words);

    public async ValueTask DisposeAsync()
    {
        Cut();
        listener.Stop();
        await accepting;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = ConnectAsync(await listener.AcceptSocketAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The listener was stopped.
        }
    }

    private async Task ConnectAsync(Socket client)
    {
        var server = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        lines[client] = server;
        if (silent) dead[client] = true;
        var (begun, losing) = (false, false);
        try
        {
            if (!cut) await server.ConnectAsync(database);
            await Task.WhenAny(PassAsync(client, client, server, Asked, () => false), PassAsync(client, server, client, _ => { }, () => losing));
        }
        catch (SocketException)
        {
            // The database is away itself.
        }
        lines.TryRemove(client, out _);
        Close(client, server);

        void Asked(ReadOnlySpan<byte> bytes)
        {
            begun |= IsLost(bytes);
            losing |= begun && bytes.IndexOf("COMMIT\0"u8) >= 0;   // not READ COMMITTED
        }
    }

    private bool IsLost(ReadOnlySpan<byte> asked)
    {
        if (lost is not { } words || asked.IndexOf(words) < 0) return false;
        lost = null;
        return true;
    }

    private async Task PassAsync(Socket line, Socket from, Socket to, Seen seen, Func<bool> broken)
    {
        var buffer = new byte[1 << 20];
        try
        {
            for (int read; !cut && (read = await from.ReceiveAsync(buffer)) > 0 && !broken();)
            {
                if (dead.ContainsKey(line)) continue;
                seen(buffer.AsSpan(0, read));
                await to.SendAsync(buffer.AsMemory(0, read));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // One of the ends hung up.
        }
    }

    private static void Close(Socket client, Socket server)
    {
        client.Dispose();
        server.Dispose();
    }

    private delegate void Seen(ReadOnlySpan<byte> bytes);
}
