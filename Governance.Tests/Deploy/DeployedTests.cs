using System.Diagnostics;
using System.Text.Json.Nodes;
using Governance.Api.Store;
using Governance.Tests.Interop;
using Governance.Tests.Support;

namespace Governance.Tests.Deploy;

/// <summary>What the files that are delivered say together.</summary>
public sealed class DeployedTests
{
    /// <summary>What PostgreSQL takes where nothing is said, and what of it is kept for its superuser.</summary>
    private const int PostgresDefault = 100, KeptForSuperuser = 3;

    /// <summary>For migrating, a backup, a drill and whoever looks into it.</summary>
    private const int ForTasks = 8;

    private static readonly string Folder = Path.Combine(Repository.Root, "deploy");

    [Fact]
    public async Task The_nodes_of_compose_take_no_more_connections_than_there_are()
    {
        var services = (await ReadAsync("compose.yaml"))[0]!["services"]!.AsObject();
        var nodes = services.Where(s => s.Value!["image"]!.ToString() == "governance" && s.Value["command"] is null).ToList();

        nodes.Should().HaveCount(2);
        MostOf(services["postgres"]!["command"]!.AsArray().Select(c => c!.ToString()).FirstOrDefault(c => c.StartsWith("max_connections=", StringComparison.Ordinal))?.Split('=')[1])
            .Should().BeGreaterThanOrEqualTo(nodes.Sum(n => PerNode(n.Value!["environment"]!["ConnectionStrings__Governance"]!.ToString())) + ForTasks);
    }

    [Fact]
    public async Task Nor_do_those_of_Kubernetes_while_they_are_replaced()
    {
        var database = (await ReadAsync("kubernetes/database.yaml")).First(d => d!["kind"]!.ToString() == "Cluster")!["spec"]!;
        var deployment = (await ReadAsync("kubernetes/governance.yaml")).First(d => d!["kind"]!.ToString() == "Deployment")!["spec"]!;
        var text = deployment["template"]!["spec"]!["containers"]![0]!["env"]!.AsArray().First(e => e!["name"]!.ToString() == "ConnectionStrings__Governance")!["value"]!.ToString();
        var nodes = deployment["replicas"]!.GetValue<int>() + deployment["strategy"]!["rollingUpdate"]!["maxSurge"]!.GetValue<int>();

        MostOf(database["postgresql"]!["parameters"]!["max_connections"]?.ToString()).Should().BeGreaterThanOrEqualTo(nodes * PerNode(text) + ForTasks);
    }

    [Fact]
    public void A_node_opens_as_many_as_that_and_no_more() => (Connections.MostShared + Connections.MostApart).Should().Be(46, "deploy/README.md says so");

    [Fact]
    public async Task The_folder_that_PostgreSQL_archives_to_is_its_own_before_it_starts_and_something_runs_the_backups()
    {
        var services = (await ReadAsync("compose.yaml"))[0]!["services"]!;
        var (postgres, folder, backup) = (services["postgres"]!, services["backup-folder"]!, services["backup"]!);

        postgres["depends_on"]!["backup-folder"]!["condition"]!.ToString().Should().Be("service_completed_successfully");
        folder["user"]!.ToString().Should().Be("root");
        string.Join(' ', folder["entrypoint"]!.AsArray()).Should().StartWith("install -d -o postgres").And.Contain("/backup/wal");
        string.Join(' ', postgres["command"]!.AsArray()).Should().Contain("archive_command=/backup-scripts/archive.sh %p /backup/wal/%f");
        string.Join(' ', backup["entrypoint"]!.AsArray()).Should().Contain("nightly.sh /backup --host /var/run/postgresql");
        backup["restart"]!.ToString().Should().Be("unless-stopped");
        foreach (var service in new[] { postgres, folder, backup }) service["volumes"]!.AsArray().Select(v => v!.ToString()).Should().Contain("backup:/backup");
        foreach (var service in new[] { postgres, backup }) service["volumes"]!.AsArray().Select(v => v!.ToString()).Should().Contain("socket:/var/run/postgresql");
        (await ReadAsync("kubernetes/database.yaml")).Select(d => d!["kind"]!.ToString()).Should().Contain("ScheduledBackup");
    }

    [Fact]
    public async Task Nodes_answer_to_their_own_name_alone_and_whoever_asks_how_they_are_gives_it()
    {
        var node = (await ReadAsync("compose.yaml"))[0]!["services"]!["one"]!;
        var container = (await ReadAsync("kubernetes/governance.yaml"))[0]!["spec"]!["template"]!["spec"]!["containers"]![0]!;
        var allowed = container["env"]!.AsArray().First(e => e!["name"]!.ToString() == "AllowedHosts")!["value"]!.ToString();

        node["environment"]!["AllowedHosts"]!.ToString().Should().Be("${DOMAIN:-localhost}");
        File.ReadAllText(Path.Combine(Folder, "Caddyfile")).Should().MatchRegex(@"health_headers \{\s+Host \{\$DOMAIN:localhost\}");
        allowed.Should().NotContain("*");
        foreach (var probe in new[] { "startupProbe", "livenessProbe", "readinessProbe" })
            container[probe]!["httpGet"]!["httpHeaders"]![0]!.ToJsonString().Should().Be($$"""{"name":"Host","value":"{{allowed}}"}""");
    }

    [Fact]
    public async Task The_nightly_backup_is_made_at_once_where_there_is_none_and_stops_when_told()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Path);
        File.Copy(Path.Combine(Folder, "backup", "nightly.sh"), Path.Combine(folder.Path, "nightly.sh"));
        var made = Path.Combine(folder.Path, "base", "20261122000258");
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "base.sh"), $"echo \"$@\" > {folder.Path}/said; mkdir -p {made}");

        using var nightly = Start();
        await Eventually.TrueAsync(() => Task.FromResult(Directory.Exists(made)));
        nightly.HasExited.Should().BeFalse("it waits for the night");
        using (var kill = Process.Start("kill", ["-TERM", $"{nightly.Id}"])) await kill.WaitForExitAsync();
        await nightly.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(10));
        (await File.ReadAllTextAsync(Path.Combine(folder.Path, "said"))).Should().Be($"{folder.Path} --host there\n");

        File.Delete(Path.Combine(folder.Path, "said"));
        using var second = Start();
        using (var kill = Process.Start("kill", ["-TERM", $"{second.Id}"])) await kill.WaitForExitAsync();
        await second.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(10));
        File.Exists(Path.Combine(folder.Path, "said")).Should().BeFalse("there is one already");

        Process Start() => Process.Start(new ProcessStartInfo("/bin/sh", [Path.Combine(folder.Path, "nightly.sh"), folder.Path, "--host", "there"]) { UseShellExecute = false })!;
    }

    private static int MostOf(string? set) => (set is null ? PostgresDefault : int.Parse(set)) - KeptForSuperuser;

    private static int PerNode(string connectionString)
    {
        connectionString.Should().NotContain("Pool Size", "it is the program that says how many");
        return Connections.MostShared + Connections.MostApart;
    }

    private static async Task<JsonArray> ReadAsync(string file) => JsonNode.Parse(await Node.RunAsync("read-yaml.mjs", [Path.Combine(Folder, file)]))![0]!.AsArray();
}
