using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Governance.Tests.Interop;
using Governance.Tests.Support;

namespace Governance.Tests.Deploy;

/// <summary>The images that what is delivered is made of: each by its digest, where pin.sh has told it.</summary>
public sealed partial class ImageTests
{
    private const string Digest = "sha256:0000000000000000000000000000000000000000000000000000000000000001";
    private static readonly string Folder = Path.Combine(Repository.Root, "deploy");

    [Fact]
    public async Task Each_image_of_compose_and_of_the_build_is_given_by_its_digest_at_one_place()
    {
        var pinned = await PinAsync($"echo {Digest}");
        pinned.Exit.Should().Be(0);
        var names = pinned.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Replace("@" + Digest, "", StringComparison.Ordinal)).ToList();
        names.Should().AllSatisfy(n => n.Should().NotContain("sha256"));

        var compose = JsonNode.Parse(await Node.RunAsync("read-yaml.mjs", [Path.Combine(Folder, "compose.yaml")]))![0]![0]!["services"]!.AsObject().Select(s => s.Value!).ToList();
        var asked = compose.Select(s => s["image"]!.ToString()).Where(i => i != "governance").Concat(compose.Where(s => s["build"] is not null).SelectMany(s => s["build"]!["args"]!.AsObject().Select(a => a.Value!.ToString()))).Distinct().ToList();
        asked.Should().AllSatisfy(image => names.Should().Contain(Default().Replace(image, "${name}=${image}")));

        var dockerfile = await File.ReadAllTextAsync(Path.Combine(Folder, "Dockerfile"));
        foreach (Match from in From().Matches(dockerfile)) names.Should().Contain(Argument().Matches(dockerfile).Select(a => a.Groups["set"].Value).Single(a => a.StartsWith(from.Groups["name"].Value + "=", StringComparison.Ordinal)));
        From().Count(dockerfile).Should().Be(dockerfile.Split('\n').Count(line => line.StartsWith("FROM ", StringComparison.Ordinal)), "each is an argument");
        (await File.ReadAllTextAsync(Path.Combine(Folder, "kubernetes", "database.yaml"))).Should().Contain(names.Single(n => n.Contains("imageName: ", StringComparison.Ordinal)).Split(", ")[1]);
    }

    [Fact]
    public async Task What_a_registry_does_not_tell_is_not_pinned()
    {
        var failed = await PinAsync("echo 'no such manifest'");
        failed.Exit.Should().Be(1);
        failed.Output.Should().BeEmpty();
    }

    /// <summary>pin.sh with another docker, which answers by this command.</summary>
    private static async Task<(int Exit, string Output)> PinAsync(string docker)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Path);
        var program = Path.Combine(folder.Path, "docker");
        await File.WriteAllTextAsync(program, $"#!/bin/sh\n{docker}\n");
        using (var chmod = Process.Start("chmod", ["+x", program])) await chmod.WaitForExitAsync();
        using var pin = Process.Start(new ProcessStartInfo("/bin/sh", [Path.Combine(Folder, "pin.sh")]) { UseShellExecute = false, RedirectStandardOutput = true, Environment = { ["PATH"] = $"{folder.Path}:{Environment.GetEnvironmentVariable("PATH")}" } })!;
        var output = await pin.StandardOutput.ReadToEndAsync();
        await pin.WaitForExitAsync();
        return (pin.ExitCode, output);
    }

    [GeneratedRegex(@"^\$\{(?<name>[A-Z_]+):-(?<image>[^}]+)\}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Default();

    [GeneratedRegex(@"^FROM \$\{(?<name>[A-Z_]+)\}", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex From();

    [GeneratedRegex("^ARG (?<set>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Argument();
}
