using System.Text.RegularExpressions;
using Governance.Tests.Interop;
using Governance.Tests.Support;

namespace Governance.Tests.Deploy;

public sealed partial class ManifestTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "deploy");

    [Fact]
    public async Task Each_is_what_its_kinds_schema_says()
    {
        string[] files = [Path.Combine(Folder, "compose.yaml"), .. Directory.GetFiles(Path.Combine(Folder, "kubernetes"), "*.yaml")];
        var told = await Node.RunAsync("manifests.mjs", files);

        told.Should().ContainAll("compose one two migrate caddy postgres backup-folder backup", "Cluster governance-db", "ScheduledBackup governance-db", "Deployment governance", "Service governance", "PodDisruptionBudget governance", "NetworkPolicy governance");
        File.ReadAllText(Path.Combine(Folder, "kubernetes", "kustomization.yaml")).Should()
            .ContainAll(files.Skip(1).Select(Path.GetFileName).Where(f => f != "kustomization.yaml")!);
    }

    [Theory]
    [InlineData("readOnlyRootFilesystem: true", "readOnlyRoot: true")]
    [InlineData("replicas: 2", "replicas: two")]
    [InlineData("kind: Service", "kind: Servise")]
    public async Task A_slip_of_the_pen_is_found(string sound, string slip)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Path);
        var file = Path.Combine(folder.Path, "slip.yaml");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(Path.Combine(Folder, "kubernetes", "governance.yaml"))).Replace(sound, slip, StringComparison.Ordinal));

        (await Node.TryAsync("manifests.mjs", [file])).Exit.Should().Be(1);
    }

    [Fact]
    public void Nothing_serves_before_the_database_is_migrated()
    {
        File.ReadAllText(Path.Combine(Folder, "compose.yaml")).Should().MatchRegex(@"(?s)x-node:.*?depends_on:\s+migrate:\s+condition: service_completed_successfully.*?services:.*?migrate:.*?command: \[""migrate""\]");
        File.ReadAllText(Path.Combine(Folder, "kubernetes", "governance.yaml")).Should().MatchRegex(@"(?s)initContainers:\s+- name: migrate\s+image: governance\s+args: \[""migrate""\].*?\n      containers:");
    }

    [Fact]
    public void No_secret_stands_in_any_of_them()
    {
        var named = Directory.GetFiles(Folder, "*.yaml", SearchOption.AllDirectories).SelectMany(file => Secret().Matches(File.ReadAllText(file)).Select(m => m.Value)).ToList();
        named.Should().NotBeEmpty().And.OnlyContain(v => v.Contains('$'));
    }

    [Fact]
    public void The_ports_and_paths_that_probes_ask_for_are_the_servers_own()
    {
        var deployment = File.ReadAllText(Path.Combine(Folder, "kubernetes", "governance.yaml"));
        var dockerfile = File.ReadAllText(Path.Combine(Folder, "Dockerfile"));
        dockerfile.Should().Contain("ASPNETCORE_HTTP_PORTS=8080").And.Contain("USER $APP_UID");
        deployment.Should().ContainAll("containerPort: 8080", "path: /health/live", "path: /health/ready");
        File.ReadAllText(Path.Combine(Folder, "Caddyfile")).Should().ContainAll("one:8080 two:8080", "health_uri /health/ready");
    }

    [GeneratedRegex("(?i)(?:password=|_password:|adminkey:) *[^;\\s]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Secret();
}
