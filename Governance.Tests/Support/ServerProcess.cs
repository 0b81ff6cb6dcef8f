using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;
using Governance.Api.Hosting;

namespace Governance.Tests.Support;

/// <summary>The program in a process of its own, to be asked, stopped and killed like the real one.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process _process;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

    private ServerProcess(Process process)
    {
        _process = process;
        Errors = process.StandardError.ReadToEndAsync();
        _ = PassOnAsync();
    }

    public HttpClient Client { get; private set; } = new();
    public Task<string> Errors { get; }
    public int Id => _process.Id;
    public bool HasEnded => _process.HasExited;

    /// <summary>The most physical memory it has taken so far, in bytes.</summary>
    public long MostMemory =>
        long.Parse(File.ReadLines($"/proc/{Id}/status").Single(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) << 10;

    /// <summary>Runs the program with these arguments; it may end by itself.</summary>
    public static ServerProcess Run(params string[] arguments) => Run(typeof(Application).Assembly.Location, arguments);

    /// <summary>Runs <c>serve</c> on a free port and waits until it answers.</summary>
    public static Task<ServerProcess> ServeAsync(params string[] settings) => ServeInAsync([], settings);

    /// <summary>The same, with these in its environment, as what it may take of the machine.</summary>
    public static Task<ServerProcess> ServeInAsync((string Name, string Value)[] runtime, params string[] settings) =>
        ServeAsync(typeof(Application).Assembly.Location, ["serve", "--urls=http://127.0.0.1:0", "--Governance:RequestsPerSecond=0", .. settings], runtime);

    /// <summary>Runs any program that serves, by its assembly's path, and waits until it says where.</summary>
    public static async Task<ServerProcess> ServeAsync(string program, IReadOnlyList<string> arguments, params (string Name, string Value)[] runtime)
    {
        var server = Run(program, arguments, runtime: runtime);
        const string serving = "Serving on ";
        server.Client = new HttpClient { BaseAddress = new Uri((await server.LineAsync(serving))[serving.Length..]) };
        return server;
    }

    /// <summary>Runs any program, by its assembly's path; it may end by itself.</summary>
    /// <param name="plain">With its arguments as they are, secrets among them.</param>
    public static ServerProcess Run(string program, IReadOnlyList<string> arguments, bool plain = false, IEnumerable<(string Name, string Value)>? runtime = null)
    {
        // As it is to be given: not where all who are on the machine see it.
        const string key = "--Governance:AdminKey=";
        var start = new ProcessStartInfo("dotnet", [program, .. arguments.Where(a => plain || !a.StartsWith(key, StringComparison.Ordinal))])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // As it is deployed: rubbish is taken out often, however large the processor's cache.
        start.Environment["DOTNET_GCgen0size"] = "0x400000";
        foreach (var (name, value) in runtime ?? []) start.Environment[name] = value;
        // Whatever database the environment names is not for tests.
        foreach (var name in start.Environment.Keys.Where(IsSetting).ToList()) start.Environment.Remove(name);
        if (!plain && arguments.FirstOrDefault(a => a.StartsWith(key, StringComparison.Ordinal)) is { } secret) start.Environment["Governance__AdminKey"] = secret[key.Length..];
        return new ServerProcess(Process.Start(start)!);
    }

    /// <summary>The next line it prints that begins so.</summary>
    public async Task<string> LineAsync(string beginning)
    {
        await foreach (var line in _lines.Reader.ReadAllAsync(new CancellationTokenSource(Patience).Token))
            if (line.StartsWith(beginning, StringComparison.Ordinal)) return line;
        throw new InvalidOperationException($"It ended without a line '{beginning}': {await Errors}");
    }

    /// <summary>All it has still to print until it ends.</summary>
    public async Task<string> OutputAsync() => string.Join('\n', await _lines.Reader.ReadAllAsync().ToListAsync());

    /// <summary>As <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>As a service manager does: SIGTERM.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("/bin/sh", ["-c", $"kill -TERM {Id}"]);
        return await EndAsync();
    }

    /// <returns>The exit code, when it ends.</returns>
    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await StopAsync();
        Client.Dispose();
        _process.Dispose();
    }

    private static bool IsSetting(string name) =>
        new[] { "ConnectionStrings__", "Governance__", "ASPNETCORE_" }.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    private async Task PassOnAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line) _lines.Writer.TryWrite(line);
        _lines.Writer.Complete();
    }
}
