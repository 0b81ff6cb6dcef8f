using System.Diagnostics;
using Npgsql;

namespace Governance.Api.Hosting;

/// <summary>One running PostgreSQL, which stops, fast and cleanly, when told to or when we end, however we end.</summary>
internal sealed class PostgresProcess : IDisposable
{
    // Our end of the pipe closes when we do, even if killed: the watch then stops the server.
    private const string Watched =
        """
        exec 3<&0 </dev/null
        "$@" 3<&- &
        server=$!
        { read -r _ <&3; kill -INT "$server"; } >/dev/null 2>&1 &
        wait "$server"
        kill "$!" 2>/dev/null
        wait
        """;

    private const string Silence = "no reason given";
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(1);
    private readonly Process _process;
    private readonly ILogger _logger;
    private volatile string _lastWord = Silence;
    // While it starts and stops it turns connections away.
    private volatile bool _expected = true;

    private PostgresProcess(Process process, ILogger logger)
    {
        (_process, _logger) = (process, logger);
        Ended = EndAsync(PassOnAsync());
    }

    public Task Ended { get; }

    /// <summary>Its last complaint, for whoever has to mend it.</summary>
    public string LastWord => _lastWord;

    public static PostgresProcess Start(PostgresFolder folder, PostgresBinaries binaries, IEnumerable<string> settings, ILogger logger)
    {
        // A group of its own, so that Ctrl+C in a terminal reaches it through us, after the last request.
        string[] apart = File.Exists("/usr/bin/setsid") ? ["/usr/bin/setsid"] : [];
        return new PostgresProcess(
            PostgresCommand.Start(folder.Location, folder.Account,
                [.. apart, "/bin/sh", "-c", Watched, "sh", binaries.Of("postgres"), "-D", folder.Data, .. settings.SelectMany(s => new[] { "-c", s })],
                redirectInput: true),
            logger);
    }

    /// <summary>Tries until it takes connections, recovery after a crash included.</summary>
    public async Task ReadyAsync(Func<Task> attempt, CancellationToken ct)
    {
        while (true)
        {
            if (Ended.IsCompleted) throw new CannotStartException($"PostgreSQL does not start: {LastWord}");
            try
            {
                await attempt();
                (_lastWord, _expected) = (Silence, false);
                return;
            }
            catch (NpgsqlException e) when (e is not PostgresException { SqlState: not PostgresErrorCodes.CannotConnectNow })
            {
                await Task.Delay(Poll, ct);
            }
            catch (PostgresException e)
            {
                throw new CannotStartException($"PostgreSQL does not let us in: {e.MessageText}", e);
            }
        }
    }

    /// <summary>Fast shutdown: open transactions are rolled back, all that was committed is flushed.</summary>
    public Task StopAsync()
    {
        _expected = true;
        _process.StandardInput.Close();
        return Ended;
    }

    public void Dispose() => _process.Dispose();

    private async Task EndAsync(Task passedOn)
    {
        await _process.WaitForExitAsync();
        // Its last words, unless what it left running keeps silent and alive.
        await passedOn.WaitAsync(LastWords).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task PassOnAsync()
    {
        while (await _process.StandardError.ReadLineAsync() is { } line)
        {
            var grave = line.StartsWith("FATAL", StringComparison.Ordinal) || line.StartsWith("PANIC", StringComparison.Ordinal);
            if (grave || !line.StartsWith("LOG", StringComparison.Ordinal)) _lastWord = line;
            _logger.Log(grave && !_expected ? LogLevel.Warning : LogLevel.Debug, "PostgreSQL: {Line}", line);
        }
    }
}
