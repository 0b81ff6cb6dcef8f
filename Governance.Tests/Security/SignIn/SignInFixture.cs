using System.Net;
using Governance.Api.EventStore;
using Governance.Api.Security;
using Governance.Api.Security.SignIn;
using Governance.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Governance.Tests.Security.SignIn;

/// <summary>All that signs people in, over a database of its own and a clock that stands still.</summary>
public sealed class SignInFixture(LogHost host, NpgsqlDataSource database, ILogger<PasswordSignIn> log, string perMinute = "0") : IAsyncDisposable
{
    public const string Password = "lang setning om fjell";

    public Clock Clock { get; } = new();
    public Passwords Passwords { get; } = new();
    public NpgsqlDataSource Database => database;
    public Accounts Accounts => new(host.Sessions, Clock);
    public SignInAttempts Attempts => new(database, Clock);
    public StoredPasswords Stored => new(Accounts, Attempts, Clock);
    public SecondFactors Seconds => new(Accounts, Clock);
    public Sessions Sessions => new(database, Clock);

    public SignInRate Rate { get; } = new(new ConfigurationBuilder().AddInMemoryCollection([new("Governance:SignInsPerMinute", perMinute)]).Build());

    public PasswordSignIn PasswordSignIn => new(Accounts, Attempts, Stored, Passwords, Seconds, Rate, log);

    public static async Task<SignInFixture> StartAsync(ILogger<PasswordSignIn> log, string perMinute = "0")
    {
        var database = await PostgresServer.CreateDatabaseAsync();
        return new(LogHost.Open(PostgresServer.Serving(database)), EventLog.Open(database), log, perMinute);
    }

    /// <summary>Somebody with a password and a role.</summary>
    public async Task<Account> PersonAsync(string login = "ada@example.org")
    {
        var name = LoginName.Parse(login);
        var account = await Accounts.CreateAsync(name, "Ada Eksempel", [new Grant(Role.Secretary, "alrek")], "test", default);
        return (await Stored.SetAsync(account!.Id, Passwords.Hash(Password), default))!;
    }

    /// <summary>Turns a second factor on.</summary>
    public async Task<(Account Account, byte[] Secret, IReadOnlyList<string> RecoveryCodes)> WithSecondFactorAsync(Account account)
    {
        var offer = SecondFactors.Offer((await Accounts.FindAsync(account.Id, default))!)!;
        var on = (await Seconds.TurnOnAsync(offer, CodeNow(offer.Secret), default))!.Value;
        Clock.Move(TimeSpan.FromSeconds(30));
        return (on.Account, offer.Secret, on.RecoveryCodes);
    }

    public string CodeNow(byte[] secret) => Totp.Code(secret, Totp.StepAt(Clock.GetUtcNow()));

    /// <summary>A try from a network, one and the same if nothing is said, or from a known browser there.</summary>
    public Task<SignInOutcome> TryAsync(string password, string login = "ada@example.org", string from = "192.0.2.1", KnownBrowser? browser = null) =>
        PasswordSignIn.TryPasswordAsync(login, password, new(IPAddress.Parse(from), browser), default);

    public async ValueTask DisposeAsync()
    {
        Rate.Dispose();
        await host.DisposeAsync();
        await database.DisposeAsync();
    }
}
