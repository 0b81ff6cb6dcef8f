using System.CommandLine;
using Governance.Api.EventStore;
using Governance.Api.Security;
using Governance.Api.Security.SignIn;

namespace Governance.Api.Cli;

/// <summary>Loads the story of Alrek helseklynge into an empty database; one that holds anything is left as it is.</summary>
internal static class Demo
{
    private const string Story = "Governance.Api.Cli.Demo.alrek.json";

    /// <summary>Two admins, since it takes two to erase a person.</summary>
    private static readonly (string Login, string Name, Role Role)[] People =
        [("sekretar", "Demosekretær", Role.Secretary), ("admin1", "Demoadministrator Én", Role.Admin), ("admin2", "Demoadministrator To", Role.Admin)];

    public static Command Verb()
    {
        var verb = new Command("demo", "Load the story of Alrek helseklynge into an empty database.");
        verb.SetAction(async (parsed, ct) =>
        {
            await using var open = await OpenApplication.ForTaskAsync(Settings.Of(parsed), ct);
            if ((await open.Get<EventLog>().ReadClustersAsync(ct)).Count > 0)
            {
                Console.WriteLine("The database is not empty: it is left as it is. A new link for a password: user reset LOGIN. A new key: key create --name NAME --role admin.");
                return 0;
            }

            // The story after the people: broken off before it, the database is as good as empty, and all of it is done again.
            foreach (var (login, name, role) in People) await MakeAsync(open, login, name, role, ct);
            if (await Importing.RunAsync(open, cluster: null, await ReadStoryAsync(ct), dryRun: false, ct) is not 0 and var failed) return failed;
            await DemoMeetings.HoldAsync(open.App.Services, command => open.InvokeAsync<Clusters.WriteOutcome>(command, ct), ct);
            return 0;
        });
        return verb;
    }

    /// <summary>Somebody to sign in as on /sign-in, with a password of this demo's own; whom a demo that was broken off has made gets a new one.</summary>
    private static async Task MakeAsync(OpenApplication open, string called, string name, Role role, CancellationToken ct)
    {
        var (login, grant) = (LoginName.Parse(called), new Grant(role, "alrek"));
        var account = await open.Get<Accounts>().CreateAsync(login, name, [grant], OpenApplication.Actor, ct) ?? await open.Get<Accounts>().FindByWordAsync(called, ct);
        if (account is null || account.CreatedBy != OpenApplication.Actor || !account.Grants.SequenceEqual([grant])) return;

        var password = RecoveryCode.NewSet()[0];
        await open.Get<StoredPasswords>().SetAsync(account.Id, open.Get<Passwords>().Hash(password), ct);
        Console.WriteLine($"Sign in at /sign-in as {login} with the password {password} (shown this once).");
    }

    private static async Task<byte[]> ReadStoryAsync(CancellationToken ct)
    {
        await using var story = typeof(Demo).Assembly.GetManifestResourceStream(Story)!;
        var bytes = new byte[story.Length];
        await story.ReadExactlyAsync(bytes, ct);
        return bytes;
    }
}
