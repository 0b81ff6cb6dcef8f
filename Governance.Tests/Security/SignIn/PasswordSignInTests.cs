using System.Net;
using Governance.Api.Security;
using Governance.Api.Security.SignIn;
using Governance.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Governance.Tests.Security.SignIn;

public sealed class PasswordSignInTests : IAsyncLifetime
{
    private const string Wrong = "en annen lang setning";
    private SignInFixture _fixture = null!;
    private Account _ada = null!;

    public async Task InitializeAsync()
    {
        _fixture = await SignInFixture.StartAsync(NullLogger<PasswordSignIn>.Instance);
        _ada = await _fixture.PersonAsync();
    }

    public async Task DisposeAsync() => await _fixture.DisposeAsync();

    [Fact]
    public async Task The_password_lets_its_owner_in_however_the_login_is_written()
    {
        (await _fixture.TryAsync(SignInFixture.Password, " ADA@Example.org")).Should().BeOfType<SignInOutcome.Done>().Which.Account.Id.Should().Be(_ada.Id);
        (await _fixture.TryAsync(Wrong)).Should().BeOfType<SignInOutcome.Refused>();
    }

    [Fact]
    public async Task Somebody_unknown_is_refused_as_somebody_known_is_and_after_as_much_work()
    {
        (await _fixture.TryAsync(Wrong, "nobody@example.org")).Should().Be(await _fixture.TryAsync(Wrong));

        var known = await TimeAsync(() => _fixture.Passwords.Verify(_fixture.Passwords.Hash(Wrong), SignInFixture.Password));
        var unknown = await TimeAsync(() => _fixture.Passwords.Verify(null, SignInFixture.Password));
        unknown.Should().BeGreaterThan(known / 4, "as hard a hash is reckoned for nobody");
    }

    [Fact]
    public async Task Five_attempts_lock_the_account_even_to_the_right_password_and_each_more_for_longer()
    {
        await FailAsync(5);
        (await _fixture.TryAsync(SignInFixture.Password)).Should().BeOfType<SignInOutcome.Refused>();

        _fixture.Clock.Move(TimeSpan.FromMinutes(1));
        (await _fixture.TryAsync(Wrong)).Should().BeOfType<SignInOutcome.Refused>();
        _fixture.Clock.Move(TimeSpan.FromMinutes(2) - TimeSpan.FromSeconds(1));
        (await _fixture.TryAsync(SignInFixture.Password)).Should().BeOfType<SignInOutcome.Refused>("the second lock lasts twice as long");

        _fixture.Clock.Move(TimeSpan.FromSeconds(1));
        (await _fixture.TryAsync(SignInFixture.Password)).Should().BeOfType<SignInOutcome.Done>();
    }

    [Fact]
    public async Task No_lock_lasts_more_than_an_hour()
    {
        for (var attempts = 0; attempts < 20; attempts++)
        {
            await FailAsync(1);
            _fixture.Clock.Move(TimeSpan.FromHours(1));
        }

        (await _fixture.TryAsync(SignInFixture.Password)).Should().BeOfType<SignInOutcome.Done>();
    }

    [Fact]
    public async Task A_sign_in_begins_the_count_anew()
    {
        await FailAsync(4);
        (await _fixture.TryAsync(SignInFixture.Password)).Should().BeOfType<SignInOutcome.Done>();
        await FailAsync(4);
        (await _fixture.TryAsync(SignInFixture.Password)).Should().BeOfType<SignInOutcome.Done>();
    }

    [Fact]
    public async Task Many_attempts_at_once_are_judged_no_more_than_as_many_one_by_one()
    {
        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => _fixture.TryAsync(Wrong)));
        await using var command = _fixture.Database.CreateCommand("select failures from gov_sign_in_attempts where account = $1 and source = 'network 192.0.2.1'");
        command.Parameters.Add(new() { Value = _ada.Id });
        (await command.ExecuteScalarAsync()).Should().Be(5, "the fifth locked the account to the rest");
    }

    [Fact]
    public async Task Nobody_comes_in_by_an_account_that_is_disabled_or_has_no_password()
    {
        await _fixture.Stored.ResetAsync(_ada.Id, default);
        (await _fixture.TryAsync(SignInFixture.Password)).Should().BeOfType<SignInOutcome.Refused>();
        (await _fixture.TryAsync("")).Should().BeOfType<SignInOutcome.Refused>();

        await _fixture.Stored.SetAsync(_ada.Id, _fixture.Passwords.Hash(SignInFixture.Password), default);
        await _fixture.Accounts.DisableAsync(_ada.Id, default);
        (await _fixture.TryAsync(SignInFixture.Password)).Should().BeOfType<SignInOutcome.Refused>();

        await _fixture.Accounts.EnableAsync(_ada.Id, default);
        (await _fixture.TryAsync(SignInFixture.Password)).Should().BeOfType<SignInOutcome.Done>();
    }

    [Fact]
    public async Task One_address_may_try_so_often_and_others_go_on()
    {
        await using var strict = new SignInFixture(LogHost.Open(_fixture.Database.ConnectionString), Npgsql.NpgsqlDataSource.Create(_fixture.Database.ConnectionString), NullLogger<PasswordSignIn>.Instance, "3");
        var (one, other) = (IPAddress.Parse("2001:db8:1:2::1"), IPAddress.Parse("2001:db8:1:3::1"));
        for (var tries = 0; tries < 3; tries++) (await strict.PasswordSignIn.TryPasswordAsync("nobody", Wrong, new(one, null), default)).Should().BeOfType<SignInOutcome.Refused>();

        (await strict.PasswordSignIn.TryPasswordAsync("nobody", Wrong, new(IPAddress.Parse("2001:db8:1:2::2"), null), default)).Should().BeOfType<SignInOutcome.TooMany>().Which.Wait.Should().BePositive("one network has many addresses");
        (await strict.PasswordSignIn.TryPasswordAsync("nobody", Wrong, new(other, null), default)).Should().BeOfType<SignInOutcome.Refused>();
    }

    [Fact]
    public async Task A_password_hashed_with_less_work_is_hashed_anew_when_it_is_used()
    {
        var old = new PasswordHasher<object>(Options.Create(new PasswordHasherOptions { IterationCount = 1000 })).HashPassword(new(), SignInFixture.Password);
        await _fixture.Stored.SetAsync(_ada.Id, old, default);
        (await _fixture.TryAsync(SignInFixture.Password)).Should().BeOfType<SignInOutcome.Done>();

        var hash = (await _fixture.Accounts.FindAsync(_ada.Id, default))!.PasswordHash;
        _fixture.Passwords.Verify(hash, SignInFixture.Password).Should().Be(PasswordVerificationResult.Success);
    }

    [Fact]
    public async Task What_is_secret_is_stored_as_a_hash()
    {
        var token = await _fixture.Stored.ResetAsync(_ada.Id, default);
        await _fixture.Stored.SetAsync(_ada.Id, _fixture.Passwords.Hash(SignInFixture.Password), default);
        var (_, _, codes) = await _fixture.WithSecondFactorAsync(_ada);
        await using var command = _fixture.Database.CreateCommand("select a::text from mt_doc_account a");

        ((string)(await command.ExecuteScalarAsync())!).Should().NotContainAny([SignInFixture.Password, token!, .. codes]);
    }

    [Fact]
    public async Task Who_knows_a_login_does_not_lock_its_owner_out()
    {
        for (var times = 0; times < 9; times++) (await _fixture.TryAsync(Wrong, from: "2001:db8:bad::1")).Should().BeOfType<SignInOutcome.Refused>();
        (await _fixture.TryAsync(SignInFixture.Password, from: "2001:db8:bad:0:ffff::2")).Should().BeOfType<SignInOutcome.Refused>("the network is locked");
        (await _fixture.TryAsync(SignInFixture.Password, from: "192.0.2.7")).Should().BeOfType<SignInOutcome.Done>("the owner is elsewhere");
    }

    [Fact]
    public async Task Many_networks_that_guess_at_one_account_are_slowed_down_but_not_for_its_owners_browser()
    {
        var browser = new KnownBrowser(_ada.Id, "b");
        for (var network = 0; network < 30; network++)
        {
            (await _fixture.TryAsync(Wrong, from: $"198.51.100.{network}")).Should().BeOfType<SignInOutcome.Refused>();
            if (network < 29) _fixture.Clock.Move(TimeSpan.FromSeconds(30));
        }

        (await _fixture.TryAsync(SignInFixture.Password, from: "203.0.113.1")).Should().BeOfType<SignInOutcome.Refused>("somebody has just tried");
        (await _fixture.TryAsync(SignInFixture.Password, from: "198.51.100.1", browser: browser)).Should().BeOfType<SignInOutcome.Done>();
        (await _fixture.TryAsync(SignInFixture.Password, from: "203.0.113.2", browser: browser with { Account = "another" })).Should().BeOfType<SignInOutcome.Refused>("it is known as somebody else's");
        _fixture.Clock.Move(TimeSpan.FromSeconds(30));
        (await _fixture.TryAsync(SignInFixture.Password, from: "203.0.113.1")).Should().BeOfType<SignInOutcome.Done>("half a minute is the longest");
    }

    [Fact]
    public async Task A_known_browser_has_five_attempts_too()
    {
        var browser = new KnownBrowser(_ada.Id, "b");
        for (var times = 0; times < 5; times++) (await _fixture.TryAsync(Wrong, browser: browser)).Should().BeOfType<SignInOutcome.Refused>();
        (await _fixture.TryAsync(SignInFixture.Password, browser: browser)).Should().BeOfType<SignInOutcome.Refused>();
        (await _fixture.TryAsync(SignInFixture.Password)).Should().BeOfType<SignInOutcome.Done>();
    }

    [Fact]
    public async Task The_count_wears_off_by_one_an_hour()
    {
        await FailAsync(4);
        _fixture.Clock.Move(TimeSpan.FromHours(3));
        await FailAsync(3);
        (await _fixture.TryAsync(SignInFixture.Password)).Should().BeOfType<SignInOutcome.Done>();
    }

    [Fact]
    public async Task Attempts_of_others_are_told_to_the_person_and_their_own_are_not()
    {
        await FailAsync(4);
        await _fixture.TryAsync(SignInFixture.Password);
        (await FailuresAsync()).Should().Be(0);

        for (var network = 0; network < 4; network++) await _fixture.TryAsync(Wrong, from: $"198.51.100.{network}");
        (await _fixture.TryAsync(SignInFixture.Password)).Should().BeOfType<SignInOutcome.Done>();
        (await FailuresAsync()).Should().Be(4);
        await _fixture.Attempts.ToldAsync(_ada.Id, default);
        (await FailuresAsync()).Should().Be(0);

        async Task<int> FailuresAsync() => (await _fixture.Sessions.FindAsync(Token.Hash(await _fixture.Sessions.BeginAsync(_ada, null, default)), default))!.Failures;
    }

    [Fact]
    public async Task A_login_that_is_not_there_is_counted_as_one_that_is()
    {
        using var trips = new RoundTrips(_fixture.Database.ConnectionString);
        await _fixture.TryAsync(Wrong);
        var known = trips.Sent.Count;
        await _fixture.TryAsync(Wrong, "nobody@example.org");
        (trips.Sent.Count - known).Should().Be(known, "neither the answer nor the time it takes tells which there are");
    }

    private async Task FailAsync(int times)
    {
        for (; times > 0; times--) (await _fixture.TryAsync(Wrong)).Should().BeOfType<SignInOutcome.Refused>();
    }

    private static Task<TimeSpan> TimeAsync(Action work) => Task.Run(() =>
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        for (var times = 0; times < 5; times++) work();
        return watch.Elapsed;
    });
}
