using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Governance.Api.Hosting;
using Governance.Tests.Support;

namespace Governance.Tests.Deploy;

/// <summary>The container's own command on what its build publishes, by an account that may write nowhere, with nothing on the disk it may write to.</summary>
public sealed partial class ContainerTests : IAsyncLifetime
{
    private static readonly string Dockerfile = File.ReadAllText(Path.Combine(Repository.Root, "deploy", "Dockerfile"));
    private readonly TemporaryFolder _folder = new();
    // Whoever it runs as, it reaches the database over TCP.
    private Cable _cable = null!;
    private string _app = "";

    public async Task InitializeAsync()
    {
        _cable = Cable.To(await PostgresServer.CreateDatabaseAsync());
        _app = Path.Combine(_folder.Path, "app");
        var configuration = Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(typeof(Application).Assembly.Location)))!;
        await RunAsync("dotnet", "publish", Path.Combine(Repository.Root, "Governance.Api"), "--no-build", "--configuration", configuration, "--output", _app);
        await RunAsync("chmod", "-R", "a-w,a+rX", _folder.Path);
    }

    public async Task DisposeAsync()
    {
        await _cable.DisposeAsync();
        await RunAsync("chmod", "-R", "u+w", _folder.Path);
        _folder.Dispose();
    }

    [Fact]
    public async Task It_serves_and_stops_without_writing_anything()
    {
        using var server = Start();
        using var http = new HttpClient();
        var address = "";
        while (address.Length == 0)
        {
            var line = await server.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException(await server.StandardError.ReadToEndAsync());
            if (line.StartsWith("Serving on ", StringComparison.Ordinal)) address = line["Serving on ".Length..].Replace("[::]", "127.0.0.1", StringComparison.Ordinal);
        }
        (await http.GetAsync(new Uri(address + "/health/ready"))).StatusCode.Should().Be(HttpStatusCode.OK);
        (await http.GetAsync(new Uri(address + "/api/clusters/alrek"))).StatusCode.Should().Be(HttpStatusCode.NotFound);
        File.ReadLines($"/proc/{server.Id}/io").Should().Contain("write_bytes: 0", "the disk may be read-only");

        await RunAsync("kill", "-TERM", $"{server.Id}");
        await server.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(40));
        server.ExitCode.Should().Be(0);
        (await server.StandardError.ReadToEndAsync()).Should().BeEmpty();
    }

    [Fact]
    public void What_is_published_has_no_compiler_in_it() =>
        File.ReadAllText(Path.Combine(_app, "Governance.Api.deps.json")).Should().Contain("WolverineFx/").And.NotContainAny("Microsoft.CodeAnalysis", "RuntimeCompil");

    private Process Start()
    {
        string[] command = [.. JsonSerializer.Deserialize<string[]>(Entry().Match(Dockerfile).Groups["words"].Value)!, .. JsonSerializer.Deserialize<string[]>(Command().Match(Dockerfile).Groups["words"].Value)!];
        string[] nobody = Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--bounding-set=-all", "--no-new-privs", "--"] : [];
        string[] all = [.. nobody, .. command];
        var start = new ProcessStartInfo(all[0], all.Skip(1)) { WorkingDirectory = _app, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Clear();
        foreach (Match set in Variable().Matches(Dockerfile)) start.Environment[set.Groups["name"].Value] = set.Groups["value"].Value;
        foreach (var (name, value) in new[]
        {
            ("PATH", Environment.GetEnvironmentVariable("PATH")!), ("HOME", "/nonexistent"), ("TMPDIR", "/nonexistent"), ("ASPNETCORE_HTTP_PORTS", "0"),
            ("ConnectionStrings__Governance", _cable.ConnectionString), ("Governance__AdminKey", TestApi.AdminKey),
        })
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(0, "{0} says {1}", program, output);
    }

    [GeneratedRegex("^ENTRYPOINT (?<words>.*)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Entry();

    [GeneratedRegex("^CMD (?<words>.*)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Command();

    [GeneratedRegex(@"\b(?<name>[A-Za-z]+_[A-Za-z_]+)=(?<value>[^ \\\n]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Variable();
}
