#!/usr/bin/env bash
# ASP.NET Core Identity of .NET 10, SignInManager and UserManager with lockout after five failures: how many of forty guesses that come at
# once are judged, how often is one code of an authenticator app taken, and how old may it be?
# Guess: five or a few more; once; a period or so.
# Seen: all forty, since failures are counted after the password was judged, and of those at once all but one then fail to save: the count
#       stands at one. A code is taken as often as it is sent, and two periods before and after. Neither is an option that can be set, so
#       our attempts are counted in the database before they are judged (SignInAttempts), and the period of the last code is kept (Totp).
. "$(dirname "$0")/lib.sh"
mkdir -p "$folder/program"
echo '<Project><ItemGroup><FrameworkReference Include="Microsoft.AspNetCore.App" /></ItemGroup></Project>' > "$folder/program/Directory.Build.props"
program <<'PROGRAM'
using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

var services = new ServiceCollection();
services.AddLogging().AddHttpContextAccessor().AddAuthentication();
services.AddDataProtection();
services.AddIdentityCore<Person>(options => options.Lockout.MaxFailedAccessAttempts = 5).AddSignInManager().AddDefaultTokenProviders();
services.AddSingleton<IPasswordHasher<Person>, Hasher>().AddSingleton<IUserStore<Person>, Store>();
await using var provider = services.BuildServiceProvider();
var store = (Store)provider.GetRequiredService<IUserStore<Person>>();

await Task.WhenAll(Enumerable.Range(0, Store.AtOnce).Select(_ => Task.Run(async () =>
{
    await using var scope = provider.CreateAsyncScope();
    var signIn = scope.ServiceProvider.GetRequiredService<SignInManager<Person>>();
    await signIn.CheckPasswordSignInAsync((await signIn.UserManager.FindByNameAsync("ada"))!, "guess", lockoutOnFailure: true);
})));
Console.WriteLine($"{Hasher.Judged} of {Store.AtOnce} guesses judged, {store.Kept.Failures} failures counted");

await using var last = provider.CreateAsyncScope();
var users = last.ServiceProvider.GetRequiredService<UserManager<Person>>();
var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30;
// Two periods before, in case one begins meanwhile that is the third.
foreach (var (what, step) in new[] { ("now", now), ("now, once more", now), ("two periods to come", now + 2), ("four periods before", now - 4) })
    Console.WriteLine($"{what}: {await users.VerifyTwoFactorTokenAsync(store.Kept, "Authenticator", Code(step))}");

static string Code(long step)
{
    var counter = new byte[8];
    BinaryPrimitives.WriteInt64BigEndian(counter, step);
    var hash = HMACSHA1.HashData(Store.Secret, counter);
    return ((BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & int.MaxValue) % 1_000_000).ToString("D6");
}

public sealed record Person { public int Failures; public DateTimeOffset? Until; public int Version; }

public sealed class Hasher : IPasswordHasher<Person>
{
    public static int Judged;
    public string HashPassword(Person user, string password) => "hash";
    public PasswordVerificationResult VerifyHashedPassword(Person user, string hash, string password) { Interlocked.Increment(ref Judged); return PasswordVerificationResult.Failed; }
}

public sealed class Store : IUserPasswordStore<Person>, IUserLockoutStore<Person>, IUserAuthenticatorKeyStore<Person>
{
    public const int AtOnce = 40;
    public static readonly byte[] Secret = "12345678901234567890"u8.ToArray();
    public Person Kept { get; private set; } = new();
    private readonly TaskCompletionSource all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int found;

    public async Task<Person?> FindByNameAsync(string name, CancellationToken ct)
    {
        var copy = Kept with { };
        if (Interlocked.Increment(ref found) == AtOnce) all.SetResult();
        await all.Task;
        return copy;
    }

    public Task<IdentityResult> UpdateAsync(Person user, CancellationToken ct)
    {
        lock (all)
        {
            if (user.Version != Kept.Version) return Task.FromResult(IdentityResult.Failed(new IdentityErrorDescriber().ConcurrencyFailure()));
            Kept = user with { Version = user.Version + 1 };
            return Task.FromResult(IdentityResult.Success);
        }
    }

    public Task<int> IncrementAccessFailedCountAsync(Person user, CancellationToken ct) => Task.FromResult(++user.Failures);
    public Task ResetAccessFailedCountAsync(Person user, CancellationToken ct) { user.Failures = 0; return Task.CompletedTask; }
    public Task<int> GetAccessFailedCountAsync(Person user, CancellationToken ct) => Task.FromResult(user.Failures);
    public Task<DateTimeOffset?> GetLockoutEndDateAsync(Person user, CancellationToken ct) => Task.FromResult(user.Until);
    public Task SetLockoutEndDateAsync(Person user, DateTimeOffset? end, CancellationToken ct) { user.Until = end; return Task.CompletedTask; }
    public Task<bool> GetLockoutEnabledAsync(Person user, CancellationToken ct) => Task.FromResult(true);
    public Task SetLockoutEnabledAsync(Person user, bool enabled, CancellationToken ct) => Task.CompletedTask;
    public Task<string?> GetPasswordHashAsync(Person user, CancellationToken ct) => Task.FromResult<string?>("hash");
    public Task<bool> HasPasswordAsync(Person user, CancellationToken ct) => Task.FromResult(true);
    public Task SetPasswordHashAsync(Person user, string? hash, CancellationToken ct) => Task.CompletedTask;
    public Task<string?> GetAuthenticatorKeyAsync(Person user, CancellationToken ct) => Task.FromResult<string?>("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    public Task SetAuthenticatorKeyAsync(Person user, string key, CancellationToken ct) => Task.CompletedTask;
    public Task<string> GetUserIdAsync(Person user, CancellationToken ct) => Task.FromResult("1");
    public Task<string?> GetUserNameAsync(Person user, CancellationToken ct) => Task.FromResult<string?>("ada");
    public Task<string?> GetNormalizedUserNameAsync(Person user, CancellationToken ct) => Task.FromResult<string?>("ADA");
    public Task SetUserNameAsync(Person user, string? name, CancellationToken ct) => Task.CompletedTask;
    public Task SetNormalizedUserNameAsync(Person user, string? name, CancellationToken ct) => Task.CompletedTask;
    public Task<Person?> FindByIdAsync(string id, CancellationToken ct) => Task.FromResult<Person?>(Kept);
    public Task<IdentityResult> CreateAsync(Person user, CancellationToken ct) => Task.FromResult(IdentityResult.Success);
    public Task<IdentityResult> DeleteAsync(Person user, CancellationToken ct) => Task.FromResult(IdentityResult.Success);
    public void Dispose() { }
}
PROGRAM
seen <<'SEEN'
40 of 40 guesses judged, 1 failures counted
now: True
now, once more: True
two periods to come: True
four periods before: False
SEEN
