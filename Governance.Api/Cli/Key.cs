using System.CommandLine;
using Governance.Api.Security;
using Governance.Domain.Values;

namespace Governance.Api.Cli;

/// <summary>Makes, lists and revokes keys from the machine of the database itself.</summary>
internal static class Key
{
    public static Command Verb() => new("key", "Make, list and revoke keys.") { Create(), List(), Revoke() };

    private static Command Create()
    {
        var name = new Option<string>("--name") { Required = true, Description = "Whose it is, for the list." };
        var role = new Option<Role>("--role") { Required = true, Description = "What it may do; each role includes those before it." };
        var where = new ClusterChoice();
        var expires = new Option<DateTimeOffset?>("--expires") { Description = "The instant from which it no longer holds, as 2027-01-31T23:00:00Z." };
        var verb = new Command("create", "Make a key and print it, this once.") { name, role, expires };
        where.AddTo(verb);
        verb.SetAction(async (parsed, ct) =>
        {
            if (!Name.TryParse(parsed.GetValue(name)!, out var called))
            {
                await Console.Error.WriteLineAsync("The name must be 1 to 200 characters on one line, without invisible ones.");
                return 1;
            }

            await using var open = await OpenApplication.ForTaskAsync(Settings.Of(parsed), ct);
            var grant = new Grant(parsed.GetValue(role), where.Of(parsed));
            var (key, secret) = await open.Get<ApiKeys>().CreateAsync(called.Text, grant, parsed.GetValue(expires), OpenApplication.Actor, ct);
            await Console.Error.WriteLineAsync($"Made key {key.Id}: {Describe(key)}. It is shown this once:");
            Console.WriteLine(secret);
            return 0;
        });
        return verb;
    }

    private static Command List()
    {
        var verb = new Command("list", "List the keys, the oldest first.");
        verb.SetAction(async (parsed, ct) =>
        {
            await using var open = await OpenApplication.ForTaskAsync(Settings.Of(parsed), ct);
            var keys = await open.Get<ApiKeys>().ListAsync(ct);
            var orphans = await open.Get<KeyAdministration>().OrphansAsync(keys, ct);
            foreach (var key in keys) Console.WriteLine($"{key.Id}  {Describe(key)}{(orphans.Contains(key.Id) ? ", whose maker is gone" : "")}");
        });
        return verb;
    }

    private static Command Revoke()
    {
        var id = new Argument<string>("id") { Description = "The key's id, as in the list." };
        var verb = new Command("revoke", "End a key for good, on every node within five seconds.") { id };
        verb.SetAction(async (parsed, ct) =>
        {
            await using var open = await OpenApplication.ForTaskAsync(Settings.Of(parsed), ct);
            if (await open.Get<ApiKeys>().RevokeAsync(parsed.GetValue(id)!, ct)) return 0;

            await Console.Error.WriteLineAsync($"There is no key {parsed.GetValue(id)}.");
            return 1;
        });
        return verb;
    }

    private static string Describe(ApiKey key) =>
        $"{key.Name}, {Words.Of(key.Grant.Role)} of {key.Grant.Cluster ?? "all clusters"}, made {key.CreatedAt:u} by {key.CreatedBy}"
        + (key.ExpiresAt is { } expires ? $", expires {expires:u}" : "")
        + (key.RevokedAt is { } revoked ? $", revoked {revoked:u}" : "");
}
