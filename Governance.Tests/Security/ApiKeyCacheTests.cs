using Governance.Api.Security;
using Governance.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace Governance.Tests.Security;

public sealed class ApiKeyCacheTests : IAsyncLifetime
{
    private static readonly Grant Secretary = new(Role.Secretary, "alrek");
    private readonly Clock _clock = new();
    private LogHost _host = null!;
    private ApiKeys _keys = null!;
    private ApiKeyCache _cache = null!;

    public async Task InitializeAsync()
    {
        _host = LogHost.Open(PostgresServer.Serving(await PostgresServer.CreateDatabaseAsync()));
        _keys = new ApiKeys(_host.Sessions, _clock);
        _cache = Ring();
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_revocation_holds_within_five_seconds_on_a_node_that_knew_the_key()
    {
        var (key, secret) = await CreateAsync();
        (await FindAsync(secret)).Should().BeEquivalentTo(new Caller(key.Id, [Secretary]));

        (await _keys.RevokeAsync(key.Id, default)).Should().BeTrue();
        _clock.Move(TimeSpan.FromSeconds(5));
        (await FindAsync(secret)).Should().BeNull();
    }

    [Fact]
    public async Task A_known_key_takes_no_round_trip()
    {
        var (_, secret) = await CreateAsync();
        await FindAsync(secret);
        await _host.DisposeAsync();

        (await FindAsync(secret)).Should().NotBeNull();
    }

    [Fact]
    public async Task A_key_holds_until_the_instant_it_expires()
    {
        var (_, secret) = await CreateAsync(_clock.GetUtcNow().AddSeconds(2));
        _clock.Move(TimeSpan.FromSeconds(2) - TimeSpan.FromTicks(1));
        (await FindAsync(secret)).Should().NotBeNull();

        _clock.Move(TimeSpan.FromTicks(1));
        (await FindAsync(secret)).Should().BeNull("though it was remembered a moment ago");
    }

    [Fact]
    public async Task A_revoked_key_stays_revoked_since_the_first_time()
    {
        var (key, _) = await CreateAsync();
        await _keys.RevokeAsync(key.Id, default);
        var since = _clock.GetUtcNow();
        _clock.Move(TimeSpan.FromHours(1));
        await _keys.RevokeAsync(key.Id, default);

        (await _keys.ListAsync(default)).Should().ContainSingle().Which.RevokedAt.Should().Be(since);
    }

    [Fact]
    public async Task The_first_key_is_made_once_however_many_start_at_once()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _keys.CreateBootstrapAsync(default)));

        var secret = made.Should().ContainSingle(s => s != null).Which!;
        (await FindAsync(secret)).Should().BeEquivalentTo(new Caller(ApiKey.Bootstrap, [new Grant(Role.Admin, null)]));
    }

    [Fact]
    public async Task The_operators_key_is_admin_of_all() =>
        (await Ring("a-key-from-the-operator").FindAsync("a-key-from-the-operator", default))!.Can(Role.Admin, null).Should().BeTrue();

    [Fact]
    public async Task A_short_key_from_the_operator_is_a_key_all_the_same() =>
        (await Ring("short").FindAsync("short", default))!.Can(Role.Admin, null).Should().BeTrue();

    [Fact]
    public async Task A_text_too_long_for_a_key_is_not_looked_up()
    {
        await _host.DisposeAsync();
        (await FindAsync(new string('x', 10_000))).Should().BeNull();
    }

    private Task<(ApiKey Key, string Secret)> CreateAsync(DateTimeOffset? expiresAt = null) => _keys.CreateAsync("Ada", Secretary, expiresAt, "test", default);

    private Task<Caller?> FindAsync(string secret) => _cache.FindAsync(secret, default).AsTask();

    private ApiKeyCache Ring(string? adminKey = null) => new(_keys, _clock,
        new ConfigurationBuilder().AddInMemoryCollection([new("Governance:AdminKey", adminKey)]).Build(), NullLogger<ApiKeyCache>.Instance);
}
