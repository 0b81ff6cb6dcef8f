using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace Governance.Tests.Support;

/// <summary>An SMTP server in this process that keeps what it is given.</summary>
public sealed class MailSink : IAsyncDisposable
{
    private readonly ConcurrentDictionary<TcpClient, bool> lines = new();
    private TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<(string To, MimeMessage Message)> taken = new();
    private readonly CancellationTokenSource stopped = new();
    private readonly int port;
    private Task serving;

    public MailSink()
    {
        listener.Start();
        port = ((IPEndPoint)listener.LocalEndpoint).Port;
        serving = ServeAsync();
    }

    /// <summary>Addresses that are refused for good.</summary>
    public ISet<string> Unknown { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether it says that it cannot take anything now.</summary>
    public bool IsBusy { get; set; }

    /// <summary>What it was given, each with whom it was for.</summary>
    public IReadOnlyCollection<(string To, MimeMessage Message)> Taken => taken;

    /// <summary>Configuration for a server that sends through it.</summary>
    public IEnumerable<string> Settings =>
    [
        "--Governance:Mail:Host=127.0.0.1", $"--Governance:Mail:Port={port}", "--Governance:Mail:Security=None", "--Governance:Mail:From=moter@alrek.example",
        "--Governance:Mail:FirstPause=00:00:00.1", "--Governance:Mail:LongestPause=00:00:00.5",
    ];

    /// <summary>Dies as by kill -9: every line is cut, whatever is being said on it.</summary>
    public async Task DieAsync()
    {
        listener.Stop();
        foreach (var line in lines.Keys) line.Client?.Close(0);
        await serving;
    }

    /// <summary>Is back at the same address.</summary>
    public void Rise()
    {
        listener = new(IPAddress.Loopback, port);
        listener.Start();
        serving = ServeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await stopped.CancelAsync();
        listener.Stop();
        await serving;
        stopped.Dispose();
    }

    private async Task ServeAsync()
    {
        var talks = new List<Task>();
        try
        {
            while (true) talks.Add(TalkAsync(await listener.AcceptTcpClientAsync(stopped.Token)));
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(talks);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        lines[client] = true;
        using (client)
        {
            try
            {
                await TalkAsync(new StreamReader(client.GetStream(), Encoding.Latin1), new StreamWriter(client.GetStream(), Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true });
            }
            catch (Exception gone) when (gone is IOException or OperationCanceledException or ObjectDisposedException)
            {
                // Whoever was talking has left.
            }
            lines.TryRemove(client, out _);
        }
    }

    private async Task TalkAsync(StreamReader from, StreamWriter to)
    {
        var receivers = new List<string>();
        await to.WriteLineAsync("220 sink.example ready");
        while (await from.ReadLineAsync(stopped.Token) is { } line)
        {
            var word = line.Split(' ', ':')[0].ToUpperInvariant();
            if (word == "RCPT") receivers.Add(line[(line.IndexOf('<') + 1)..line.IndexOf('>')]);
            var answer = word switch
            {
                "MAIL" when IsBusy => "451 later",
                "RCPT" when Unknown.Contains(receivers[^1]) => "550 nobody of that name",
                "DATA" => "354 go on",
                "QUIT" => "221 bye",
                _ => "250 ok",
            };
            await to.WriteLineAsync(answer);
            if (word == "QUIT") return;
            if (word != "DATA") continue;
            var text = new StringBuilder();
            while (await from.ReadLineAsync(stopped.Token) is { } said && said != ".") text.Append(said.StartsWith('.') ? said[1..] : said).Append("\r\n");
            using var bytes = new MemoryStream(Encoding.Latin1.GetBytes(text.ToString()));
            var message = await MimeMessage.LoadAsync(bytes);
            foreach (var receiver in receivers) taken.Enqueue((receiver, message));
            receivers.Clear();
            await to.WriteLineAsync("250 taken");
        }
    }
}
