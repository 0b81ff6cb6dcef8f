using System.CommandLine;
using Governance.Api.Security;
using Governance.Api.Security.SignIn;
using Governance.Domain.Values;

namespace Governance.Api.Cli;

/// <summary>Makes, lists and changes the accounts of people, from the machine of the database itself.</summary>
internal static class User
{
    public static Command Verb() => new("user", "Make, list and change the accounts of people who sign in.")
    {
        Add(), List(), Grant(),
        Change("disable", "Let a person in no more, and end their sessions.", (open, account, ct) => open.Get<Accounts>().DisableAsync(account.Id, ct)),
        Change("erase", "Erase all that is known of a person but the id that the log knows them by; they can sign in no more.", (open, account, ct) => open.Get<Accounts>().EraseAsync(account.Id, ct)),
        Change("enable", "Let a disabled account in again.", (open, account, ct) => open.Get<Accounts>().EnableAsync(account.Id, ct)),
        Reset(),
    };

    private static Command Add()
    {
        var login = new Argument<string>("login") { Description = "What the person signs in as: an e-mail address or a user name." };
        var name = new Option<string>("--name") { Required = true, Description = "What the person is called." };
        var role = new Option<Role>("--role") { Required = true, Description = "What they may do; each role includes those before it." };
        var where = new ClusterChoice();
        var ask = Asking();
        var verb = new Command("add", "Make an account, and print the link that sets its password once.") { login, name, role, ask };
        where.AddTo(verb);
        verb.SetAction(async (parsed, ct) =>
        {
            await using var open = await OpenApplication.ForTaskAsync(Settings.Of(parsed), ct);
            if (!LoginName.TryParse(parsed.GetValue(login)!, out var parsedLogin)) return await FailAsync("The login must be 1 to 200 characters without blanks and invisible ones.");
            if (!Name.TryParse(parsed.GetValue(name)!, out var parsedName)) return await FailAsync("The name must be 1 to 200 characters on one line, without invisible ones.");

            if (await open.Get<Accounts>().IsNameTakenAsync(parsedName.Text, but: null, ct)) return await FailAsync("Another account has this name, or one that looks the same.");

            var grant = new Grant(parsed.GetValue(role), where.Of(parsed));
            if (await open.Get<Accounts>().CreateAsync(parsedLogin, parsedName.Text, [grant], OpenApplication.Actor, ct) is not { } account) return await FailAsync("There is an account by that login already.");
            await Console.Error.WriteLineAsync($"Made account {Describe(account)}");
            return await GivePasswordAsync(open, account, parsed.GetValue(ask), ct);
        });
        return verb;
    }

    private static Command List()
    {
        var verb = new Command("list", "List the accounts, by name.");
        verb.SetAction(async (parsed, ct) =>
        {
            await using var open = await OpenApplication.ForTaskAsync(Settings.Of(parsed), ct);
            var locks = await open.Get<SignInAttempts>().LocksAsync(ct);
            foreach (var account in await open.Get<Accounts>().ListAsync(ct)) Console.WriteLine(Describe(account) + (locks.TryGetValue(account.Id, out var locked) ? $", locked somewhere until {locked:u}" : ""));
        });
        return verb;
    }

    private static Command Grant()
    {
        var role = new Option<Role?>("--role") { Description = "What the person may do there from now on; without it, nothing." };
        var where = new ClusterChoice();
        var verb = Change("grant", "Give a person a role in place of the one they have there, and end their sessions.", (open, account, parsed, ct) =>
            open.Get<Accounts>().GrantAsync(account, Account.Granting(account.Grants, parsed.GetValue(role), where.Of(parsed)), ct));
        verb.Add(role);
        where.AddTo(verb);
        return verb;
    }

    private static Command Reset()
    {
        var ask = Asking();
        var second = new Option<bool>("--second-factor") { Description = "Turn the second factor off too." };
        var word = Who();
        var verb = new Command("reset", "Take a person's password back, end their sessions and their lock, and print the link that sets a new password once.") { word, ask, second };
        verb.SetAction(async (parsed, ct) =>
        {
            await using var open = await OpenApplication.ForTaskAsync(Settings.Of(parsed), ct);
            if (await open.Get<Accounts>().FindByWordAsync(parsed.GetValue(word)!, ct) is not { } account) return await FailAsync($"There is no account {parsed.GetValue(word)}.");
            if (parsed.GetValue(second)) await open.Get<SecondFactors>().TurnOffAsync(account.Id, ct);
            return await GivePasswordAsync(open, account, parsed.GetValue(ask), ct);
        });
        return verb;
    }

    private static Command Change(string name, string description, Func<OpenApplication, Account, CancellationToken, Task<Account?>> change) =>
        Change(name, description, (open, account, _, ct) => change(open, account, ct));

    private static Command Change(string name, string description, Func<OpenApplication, Account, ParseResult, CancellationToken, Task<Account?>> change)
    {
        var word = Who();
        var verb = new Command(name, description) { word };
        verb.SetAction(async (parsed, ct) =>
        {
            await using var open = await OpenApplication.ForTaskAsync(Settings.Of(parsed), ct);
            if (await open.Get<Accounts>().FindByWordAsync(parsed.GetValue(word)!, ct) is not { } account) return await FailAsync($"There is no account {parsed.GetValue(word)}.");
            if (await change(open, account, parsed, ct) is not { } changed) return await FailAsync("It was changed at the same time: try again.");

            Console.WriteLine(Describe(changed));
            return 0;
        });
        return verb;
    }

    private static async Task<int> GivePasswordAsync(OpenApplication open, Account account, bool ask, CancellationToken ct)
    {
        if (ask)
        {
            if (await PasswordPrompt.ReadAsync(account) is not { } password) return 1;
            return await open.Get<StoredPasswords>().SetAsync(account.Id, open.Get<Passwords>().Hash(password), ct) is null ? await FailAsync("The account signs in elsewhere, and has no password here.") : 0;
        }

        if (await open.Get<StoredPasswords>().ResetAsync(account.Id, ct) is not { } token) return await FailAsync("The account is disabled, or signs in elsewhere and has no password here.");
        await Console.Error.WriteLineAsync($"On the service's own address, this sets the password once, within {StoredPasswords.LinkLifetime.TotalHours} hours:");
        Console.WriteLine(StoredPasswords.LinkOf(token));
        return 0;
    }

    private static Argument<string> Who() => new("who") { Description = "The account's id or login, as in the list." };

    private static Option<bool> Asking() => new("--ask-password") { Description = "Ask for the password here, or read it from standard input, in place of a link." };

    private static string Describe(Account account) =>
        $"{account.Id}  {account.Login ?? account.Issuer}, {account.Name}, {(account.Grants.Count == 0 ? "no role" : string.Join(" ", account.Grants))}, made {account.CreatedAt:u} by {account.CreatedBy}"
        + (account.HasSecondFactor ? ", second factor" : "")
        + (account.DisabledAt is { } disabled ? $", disabled {disabled:u}" : "");

    private static async Task<int> FailAsync(string why)
    {
        await Console.Error.WriteLineAsync(why);
        return 1;
    }
}
