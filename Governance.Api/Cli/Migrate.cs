using System.CommandLine;

namespace Governance.Api.Cli;

/// <summary>Brings the database up to this program, and does no more.</summary>
internal static class Migrate
{
    public static Command Verb()
    {
        var verb = new Command("migrate", "Bring the database's schema up to date.");
        verb.SetAction(async (parsed, ct) =>
        {
            await using var open = await OpenApplication.ForTaskAsync(Settings.Of(parsed), ct, migrate: true);
            Console.WriteLine("The database is up to date.");
        });
        return verb;
    }
}
