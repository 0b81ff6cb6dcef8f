using System.Diagnostics;
using Governance.Tests.Support;

namespace Governance.Tests.Interop;

/// <summary>Programs of this folder, which read what we write with libraries that are not ours.</summary>
public static class Node
{
    private static readonly string Folder = Path.Combine(Repository.Root, "Governance.Tests", "Interop");
    private static readonly Lazy<Task> Installed = new(InstallAsync);

    /// <summary>Runs a script, which must end well.</summary>
    /// <returns>What it prints.</returns>
    public static async Task<string> RunAsync(string script, IReadOnlyList<string> arguments, string input = "")
    {
        var (exit, output, errors) = await TryAsync(script, arguments, input);
        exit.Should().Be(0, "{0} says {1}", script, errors);
        return output;
    }

    /// <summary>Runs a script, however it ends.</summary>
    public static async Task<(int Exit, string Output, string Errors)> TryAsync(string script, IReadOnlyList<string> arguments, string input = "")
    {
        await Installed.Value;
        return await ExecuteAsync("node", [script, .. arguments], input);
    }

    /// <summary>A file of a library: <c>axe-core/axe.min.js</c>.</summary>
    public static async Task<string> ReadAsync(string file)
    {
        await Installed.Value;
        return await File.ReadAllTextAsync(Path.Combine(Folder, "node_modules", file));
    }

    /// <summary>Sees to the libraries, where they are not those that the lock file names.</summary>
    private static async Task InstallAsync()
    {
        DateTime Written(string file) => File.GetLastWriteTimeUtc(Path.Combine(Folder, file));
        if (Written("node_modules/.package-lock.json") > Written("package-lock.json")) return;
        var (exit, _, errors) = await ExecuteAsync("npm", ["ci", "--no-audit", "--no-fund"], "");
        exit.Should().Be(0, "npm says {0}", errors);
    }

    private static async Task<(int Exit, string Output, string Errors)> ExecuteAsync(string program, IReadOnlyList<string> arguments, string input)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }
}
