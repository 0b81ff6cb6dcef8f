using System.CommandLine;

namespace Governance.Api.Cli;

/// <summary>The settings that every verb takes, each as in the configuration files and the environment.</summary>
internal static class Settings
{
    private static readonly Option<string>[] Each =
    [
        new("--ConnectionStrings:Governance") { Recursive = true, HelpName = "text", Description = "The database; without it a private PostgreSQL." },
        new("--ConnectionStrings:Owner") { Recursive = true, HelpName = "text", Description = "The database as the role that owns its tables; without it the same." },
        new("--Governance:SigningKey") { Recursive = true, HelpName = "file", Description = "The key by which heads are signed, as heads key makes it." },
        new("--Governance:StateFolder") { Recursive = true, HelpName = "folder", Description = "Where the private PostgreSQL lives." },
    ];

    private static readonly string[] Secrets = ["Governance:AdminKey", "Governance:OpenIdConnect:ClientSecret"];

    public static RootCommand WithSettings(this RootCommand root)
    {
        foreach (var option in Each) root.Add(option);
        return root;
    }

    /// <summary>Parts <c>--Section:Name=value</c>, which the parser would part at the colon.</summary>
    public static IEnumerable<string> Part(string argument)
    {
        var known = Each.FirstOrDefault(o => argument.StartsWith(o.Name + "=", StringComparison.OrdinalIgnoreCase));
        return known is null ? [argument] : [known.Name, argument[(known.Name.Length + 1)..]];
    }

    /// <summary>What an argument holds that others on the machine must not see; null where it holds nothing of the kind.</summary>
    public static string? SecretIn(string argument) =>
        argument.Split('=')[0].TrimStart('-', '/') is var name && Array.Find(Secrets, secret => secret.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } setting ? setting
        : argument.Contains("Password=", StringComparison.OrdinalIgnoreCase) || argument.Contains("Pwd=", StringComparison.OrdinalIgnoreCase) ? "a password" : null;

    /// <summary>In the form that the host's builder reads.</summary>
    public static string[] Of(ParseResult parsed) => [.. Known(parsed), .. parsed.UnmatchedTokens];

    /// <summary>Those alone that every verb takes.</summary>
    public static IEnumerable<string> Known(ParseResult parsed) => Each.Where(o => parsed.GetValue(o) is not null).Select(o => $"{o.Name}={parsed.GetValue(o)}");
}
