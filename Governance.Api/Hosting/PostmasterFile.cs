using System.Diagnostics;

namespace Governance.Api.Hosting;

/// <summary>PostgreSQL's own note, in its data, of the process that serves it; a dead one leaves it behind.</summary>
internal sealed record PostmasterFile(string Path)
{
    private const int NobodysId = int.MaxValue;

    /// <summary>The process that last served the data, running or not; nothing after a clean stop.</summary>
    public int? ProcessId
    {
        get
        {
            try
            {
                return int.TryParse(File.ReadLines(Path).FirstOrDefault(), out var id) ? id : null;
            }
            catch (IOException)
            {
                return null;
            }
        }
    }

    /// <summary>Takes the process out of the note. The rest stays: by it PostgreSQL knows whether a dead server's last processes still use the data.</summary>
    public void Disown() => File.WriteAllLines(Path, [$"{NobodysId}", .. File.ReadAllLines(Path).Skip(1)]);

    /// <summary>Whether that number is a running PostgreSQL's: the one meant, or any other that has it by now.</summary>
    public static bool IsRunningPostgres(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return process.ProcessName.StartsWith("postgres", StringComparison.Ordinal) && !IsDead(processId);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Dead, but not yet fetched by its parent, which in a container may never come.</summary>
    private static bool IsDead(int processId)
    {
        var status = $"/proc/{processId}/status";
        return File.Exists(status) && File.ReadLines(status).Any(line => line.StartsWith("State:\tZ", StringComparison.Ordinal));
    }
}
