using Governance.Api.Security;
using Governance.Api.Security.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Support;

/// <summary>Somebody with an account who has still to sign in.</summary>
public sealed record PersonWithPassword(Account Account, byte[]? Secret, IReadOnlyList<string> RecoveryCodes)
{
    public const string Password = "lang setning om fjell";

    private static int _people;

    public string Login => Account.Login!;

    /// <summary>A code that was not used yet: of the period to come, which is taken already.</summary>
    public string NextCode => Totp.Code(Secret!, Totp.StepAt(TimeProvider.System.GetUtcNow()) + 1);

    public static async Task<PersonWithPassword> WithAsync(TestApi api, IReadOnlyList<Grant> grants, bool secondFactor = false, string name = "Ada Eksempel")
    {
        var (accounts, stored, seconds) = (api.Services.GetRequiredService<Accounts>(), api.Services.GetRequiredService<StoredPasswords>(), api.Services.GetRequiredService<SecondFactors>());
        var login = LoginName.Parse($"person{Interlocked.Increment(ref _people)}@example.org");
        var account = await accounts.CreateAsync(login, name, grants, "test", default);
        account = (await stored.SetAsync(account!.Id, api.Services.GetRequiredService<Passwords>().Hash(Password), default))!;
        if (!secondFactor) return new(account, null, []);

        var offer = SecondFactors.Offer(account)!;
        var secret = offer.Secret;
        var (on, codes) = (await seconds.TurnOnAsync(offer, Totp.Code(secret, Totp.StepAt(TimeProvider.System.GetUtcNow())), default))!.Value;
        return new(on, secret, codes);
    }
}
