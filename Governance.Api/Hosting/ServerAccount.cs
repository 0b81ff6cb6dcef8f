namespace Governance.Api.Hosting;

/// <summary>The unprivileged account that PostgreSQL runs as when we are root, for it refuses to run as root.</summary>
internal sealed record ServerAccount(string Name, string UserId, string GroupId)
{
    /// <summary>Nothing when we are not root: PostgreSQL then runs as whoever we are.</summary>
    public static ServerAccount? ForUs() => Environment.IsPrivilegedProcess ? Among(File.ReadLines("/etc/passwd")) : null;

    /// <summary>PostgreSQL's own account where the machine has it, else nobody.</summary>
    internal static ServerAccount Among(IEnumerable<string> passwd)
    {
        var accounts = passwd.Select(line => line.Split(':')).Where(f => f.Length >= 4)
            .Select(f => new ServerAccount(f[0], f[2], f[3])).ToList();
        return accounts.Find(a => a.Name == "postgres") ?? accounts.Find(a => a.Name == "nobody")
            ?? throw new CannotStartException("PostgreSQL does not run as root, and this machine has neither a postgres nor a nobody account: make one, or start as another user.");
    }

    /// <summary>What to put before a command to run it as this account.</summary>
    public IEnumerable<string> Prefix => ["setpriv", $"--reuid={UserId}", $"--regid={GroupId}", "--clear-groups", "--"];
}
