using System.Net;
using Governance.Api.Security;
using Governance.Api.Security.SignIn;
using Governance.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace Governance.Tests.Security.SignIn;

public sealed class SecondFactorTests : IAsyncLifetime
{
    private SignInFixture _fixture = null!;
    private Account _ada = null!;
    private byte[] _secret = null!;
    private IReadOnlyList<string> _recovery = null!;

    public async Task InitializeAsync()
    {
        _fixture = await SignInFixture.StartAsync(NullLogger<PasswordSignIn>.Instance);
        (_ada, _secret, _recovery) = await _fixture.WithSecondFactorAsync(await _fixture.PersonAsync());
    }

    public async Task DisposeAsync() => await _fixture.DisposeAsync();

    [Fact]
    public async Task The_password_is_not_enough_and_the_code_is_taken_once()
    {
        var needed = (await _fixture.TryAsync(SignInFixture.Password)).Should().BeOfType<SignInOutcome.CodeNeeded>().Which;
        var code = _fixture.CodeNow(_secret);
        (await TryAsync(code, needed.Account)).Should().BeOfType<SignInOutcome.Done>();
        (await TryAsync(code, needed.Account)).Should().BeOfType<SignInOutcome.Refused>("it was used");
    }

    [Fact]
    public async Task Of_two_who_send_one_code_at_once_one_comes_in()
    {
        var code = _fixture.CodeNow(_secret);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => TryAsync(code, _ada)));
        outcomes.OfType<SignInOutcome.Done>().Should().ContainSingle();
    }

    [Fact]
    public async Task The_code_that_turned_it_on_does_not_sign_in()
    {
        _fixture.Clock.Move(TimeSpan.FromSeconds(-30));
        (await TryAsync(_fixture.CodeNow(_secret), _ada)).Should().BeOfType<SignInOutcome.Refused>();
    }

    [Fact]
    public async Task Guessed_codes_lock_the_account_though_the_password_is_given_again_between_them()
    {
        for (var guesses = 0; guesses < 5; guesses++)
        {
            (await _fixture.TryAsync(SignInFixture.Password)).Should().BeOfType<SignInOutcome.CodeNeeded>();
            (await TryAsync("000000", _ada)).Should().BeOfType<SignInOutcome.Refused>();
        }

        (await _fixture.TryAsync(SignInFixture.Password)).Should().BeOfType<SignInOutcome.Refused>();
        (await TryAsync(_fixture.CodeNow(_secret), _ada)).Should().BeOfType<SignInOutcome.Refused>();
        _fixture.Clock.Move(TimeSpan.FromMinutes(1));
        (await TryAsync(_fixture.CodeNow(_secret), _ada)).Should().BeOfType<SignInOutcome.Done>();
    }

    [Fact]
    public async Task Guessed_codes_are_counted_where_they_come_from_and_told_to_the_person()
    {
        const string stranger = "198.51.100.9";
        for (var guesses = 0; guesses < 4; guesses++) (await TryAsync("000000", _ada, stranger)).Should().BeOfType<SignInOutcome.Refused>();
        (await TryAsync("111111", _ada)).Should().BeOfType<SignInOutcome.Refused>("the person's own, which they need not be told of");
        _fixture.Clock.Move(TimeSpan.FromMinutes(1));

        (await TryAsync(_fixture.CodeNow(_secret), _ada)).Should().BeOfType<SignInOutcome.Done>();
        (await _fixture.Sessions.FindAsync(Token.Hash(await _fixture.Sessions.BeginAsync(_ada, null, default)), default))!.Failures.Should().Be(4);

        (await TryAsync("000000", _ada, stranger)).Should().BeOfType<SignInOutcome.Refused>();
        (await _fixture.TryAsync(SignInFixture.Password, from: stranger)).Should().BeOfType<SignInOutcome.Refused>("the network is locked, to passwords too");
        (await _fixture.TryAsync(SignInFixture.Password)).Should().BeOfType<SignInOutcome.CodeNeeded>();
    }

    [Fact]
    public async Task What_is_old_is_looked_for_once_at_a_sign_in()
    {
        using var trips = new RoundTrips(_fixture.Database.ConnectionString);
        (await TryAsync(_fixture.CodeNow(_secret), _ada)).Should().BeOfType<SignInOutcome.Done>();
        trips.Sent.Where(s => s.Contains("where last_at <", StringComparison.Ordinal)).Should().ContainSingle();
    }

    [Fact]
    public async Task A_recovery_code_takes_the_place_of_a_code_once()
    {
        (await TryAsync(_recovery[3], _ada)).Should().BeOfType<SignInOutcome.Done>();
        (await TryAsync(_recovery[3], _ada)).Should().BeOfType<SignInOutcome.Refused>();
        (await _fixture.Accounts.FindAsync(_ada.Id, default))!.RecoveryCodes.Should().HaveCount(RecoveryCode.Count - 1);

        var renewed = await _fixture.Seconds.RenewAsync(_ada.Id, default);
        (await TryAsync(_recovery[4], _ada)).Should().BeOfType<SignInOutcome.Refused>("new ones were given in its place");
        (await TryAsync(renewed[0].ToUpperInvariant(), _ada)).Should().BeOfType<SignInOutcome.Done>();
    }

    [Fact]
    public async Task A_code_does_not_go_with_a_password_from_before_a_change()
    {
        await _fixture.Stored.SetAsync(_ada.Id, _fixture.Passwords.Hash("enda en lang setning"), default);
        (await TryAsync(_fixture.CodeNow(_secret), _ada)).Should().BeOfType<SignInOutcome.Refused>();
    }

    [Fact]
    public async Task What_is_on_is_not_replaced_before_it_is_turned_off()
    {
        SecondFactors.Offer(_ada).Should().BeNull();
        var off = await _fixture.Seconds.TurnOffAsync(_ada.Id, default);
        (await _fixture.TryAsync(SignInFixture.Password)).Should().BeOfType<SignInOutcome.Done>();
        SecondFactors.Offer(off!).Should().NotBeNull();
        (await _fixture.TryAsync(SignInFixture.Password)).Should().BeOfType<SignInOutcome.Done>("one that is only offered does not count");
    }

    [Fact]
    public async Task A_wrong_code_turns_nothing_on()
    {
        var bo = await _fixture.PersonAsync("bo@example.org");
        (await _fixture.Seconds.TurnOnAsync(SecondFactors.Offer(bo)!, "000000", default)).Should().BeNull();
        (await _fixture.TryAsync(SignInFixture.Password, "bo@example.org")).Should().BeOfType<SignInOutcome.Done>();
    }

    [Fact]
    public async Task An_offer_ends_with_the_password_it_was_made_behind_and_is_of_one_account()
    {
        var (bo, cy) = (await _fixture.PersonAsync("bo@example.org"), await _fixture.PersonAsync("cy@example.org"));
        var offer = SecondFactors.Offer(bo)!;
        SecondFactors.Holds(offer, cy).Should().BeFalse();
        await _fixture.Stored.SetAsync(bo.Id, _fixture.Passwords.Hash("enda en lang setning"), default);
        (await _fixture.Seconds.TurnOnAsync(offer, _fixture.CodeNow(offer.Secret), default)).Should().BeNull();
    }

    private Task<SignInOutcome> TryAsync(string code, Account account, string from = "192.0.2.1") => _fixture.PasswordSignIn.TryCodeAsync(account.Id, account.Stamp, code, new(IPAddress.Parse(from), null), default);
}
