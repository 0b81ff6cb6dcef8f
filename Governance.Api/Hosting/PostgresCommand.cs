using System.ComponentModel;
using System.Diagnostics;

namespace Governance.Api.Hosting;

/// <summary>Runs a command in a folder, as an account if one is given, free of our own PG* and locale settings.</summary>
internal static class PostgresCommand
{
    /// <summary>Waits for the end; a failure is told in the command's own last line.</summary>
    public static async Task RunAsync(string folder, ServerAccount? account, IEnumerable<string> command, CancellationToken ct)
    {
        var parts = command.ToList();
        using var process = Start(folder, account, parts, redirectInput: false);
        var output = process.StandardOutput.ReadToEndAsync(ct);
        var error = process.StandardError.ReadToEndAsync(ct);
        try
        {
            await process.WaitForExitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        await output;
        if (process.ExitCode != 0)
            throw new CannotStartException($"{Path.GetFileName(parts[0])} failed in {folder}: {LastLine(await error)}");
    }

    public static Process Start(string folder, ServerAccount? account, IEnumerable<string> command, bool redirectInput)
    {
        var parts = (account?.Prefix ?? []).Concat(command).ToList();
        var start = new ProcessStartInfo(parts[0], parts.Skip(1))
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardInput = redirectInput,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("PG", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["LC_ALL"] = "C";
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new CannotStartException($"Cannot run {parts[0]}: {e.Message}.", e);
        }
    }

    private static string LastLine(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "no reason given";
}
