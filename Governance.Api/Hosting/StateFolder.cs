namespace Governance.Api.Hosting;

/// <summary>Where what the server keeps lives unless <c>Governance:StateFolder</c> says otherwise.</summary>
public static class StateFolder
{
    /// <summary>By convention of the platform; for root a place that PostgreSQL's account can reach too.</summary>
    public static string Default
    {
        get
        {
            if (!OperatingSystem.IsLinux())
                return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "governance");
            if (Environment.IsPrivilegedProcess) return "/var/lib/governance";

            var state = Environment.GetEnvironmentVariable("XDG_STATE_HOME");
            if (!Path.IsPathRooted(state))
                state = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "state");
            return Path.Combine(state, "governance");
        }
    }
}
