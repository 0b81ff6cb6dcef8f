using Governance.Api.Security;
using Governance.Api.Security.SignIn;
using Microsoft.Extensions.Logging.Abstractions;

namespace Governance.Tests.Security.SignIn;

public sealed class PasswordTests : IAsyncLifetime
{
    private SignInFixture _fixture = null!;
    private Account _ada = null!;

    public async Task InitializeAsync()
    {
        _fixture = await SignInFixture.StartAsync(NullLogger<PasswordSignIn>.Instance);
        _ada = await _fixture.PersonAsync();
    }

    public async Task DisposeAsync() => await _fixture.DisposeAsync();

    [Theory]
    [InlineData("lang setning om fjell", true)]
    [InlineData("blåbær og fløte", true)]
    [InlineData("elleve tegn", false)]
    [InlineData("aaaaaaaaaaaaaaaa", false)]
    [InlineData("abababababababab", false)]
    [InlineData("ada eksempel 2026", false)]
    [InlineData("xx-ADA-yy-zz-12345", false)]
    public void A_password_is_long_and_not_ones_own_name(string password, bool will) => (Passwords.FaultOf(password, _ada) is null).Should().Be(will);

    [Fact]
    public void A_password_has_an_end() => Passwords.FaultOf(string.Concat(Enumerable.Range(0, 100).Select(i => $"{i}")) + new string('x', 100), _ada).Should().NotBeNull();

    [Fact]
    public void The_same_letters_from_another_keyboard_are_the_same_password() =>
        _fixture.Passwords.Verify(_fixture.Passwords.Hash("blåbær og fløte"), "blåbær og fløte".Normalize(System.Text.NormalizationForm.FormD)).Should().Be(Microsoft.AspNetCore.Identity.PasswordVerificationResult.Success);

    [Fact]
    public async Task A_link_sets_a_password_once_and_within_two_days()
    {
        var (used, late) = (await _fixture.Stored.ResetAsync(_ada.Id, default), "");
        (await _fixture.Stored.FindByLinkAsync(used!, default))!.Id.Should().Be(_ada.Id);
        (await SetByLinkAsync(used!)).Should().NotBeNull();
        (await SetByLinkAsync(used!)).Should().BeNull("it was used");

        late = (await _fixture.Stored.ResetAsync(_ada.Id, default))!;
        _fixture.Clock.Move(StoredPasswords.LinkLifetime);
        (await _fixture.Stored.FindByLinkAsync(late, default)).Should().BeNull();
        (await SetByLinkAsync(late)).Should().BeNull("it is too old");
    }

    [Fact]
    public async Task A_link_ends_with_the_next_and_with_the_account()
    {
        var first = await _fixture.Stored.ResetAsync(_ada.Id, default);
        var second = await _fixture.Stored.ResetAsync(_ada.Id, default);
        (await SetByLinkAsync(first!)).Should().BeNull();

        await _fixture.Accounts.DisableAsync(_ada.Id, default);
        (await SetByLinkAsync(second!)).Should().BeNull();
        (await _fixture.Stored.ResetAsync(_ada.Id, default)).Should().BeNull();
        await _fixture.Accounts.EnableAsync(_ada.Id, default);
        (await SetByLinkAsync(second!)).Should().BeNull("what was given before does not come back");
    }

    [Fact]
    public async Task A_link_ends_with_every_change_of_roles_and_of_what_else_ends_the_sessions()
    {
        foreach (var change in new Func<Account, Task>[]
        {
            a => _fixture.Accounts.GrantAsync(a, [.. a.Grants, new Grant(Role.Admin, "nscc")], default),
            a => _fixture.Accounts.GrantAsync(a, [], default),
            a => _fixture.Seconds.TurnOffAsync(a.Id, default),
        })
        {
            var link = (await _fixture.Stored.ResetAsync(_ada.Id, default))!;
            await change((await _fixture.Accounts.FindAsync(_ada.Id, default))!);
            (await _fixture.Stored.FindByLinkAsync(link, default)).Should().BeNull();
            (await SetByLinkAsync(link)).Should().BeNull();
        }
    }

    [Fact]
    public async Task Another_password_ends_the_sessions_and_the_lock()
    {
        var token = await _fixture.Sessions.BeginAsync(_ada, null, default);
        for (var times = 0; times < 5; times++) await _fixture.TryAsync("feil og feil og feil");
        await _fixture.Stored.SetAsync(_ada.Id, _fixture.Passwords.Hash("enda en lang setning"), default);

        (await _fixture.Sessions.FindAsync(Token.Hash(token), default)).Should().BeNull();
        (await _fixture.TryAsync("enda en lang setning")).Should().BeOfType<SignInOutcome.Done>();
    }

    [Fact]
    public async Task Who_is_vouched_for_elsewhere_has_no_password_here()
    {
        var vouched = (await _fixture.Accounts.VouchedAsync("https://id.example", "123", "Bo", null, default))!;
        (await _fixture.Stored.ResetAsync(vouched.Id, default)).Should().BeNull();
        (await _fixture.Stored.SetAsync(vouched.Id, "hash", default)).Should().BeNull();
        SecondFactors.Offer(vouched).Should().BeNull();
    }

    private Task<Account?> SetByLinkAsync(string token) => _fixture.Stored.SetByLinkAsync(token, _fixture.Passwords.Hash(SignInFixture.Password), default);
}
