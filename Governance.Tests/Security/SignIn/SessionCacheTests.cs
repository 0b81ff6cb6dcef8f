using Governance.Api.EventStore;
using Governance.Api.Security;
using Governance.Api.Security.SignIn;
using Governance.Tests.Support;
using Npgsql;

namespace Governance.Tests.Security.SignIn;

public sealed class SessionCacheTests : IAsyncLifetime
{
    private readonly Clock _clock = new();
    private NpgsqlDataSource _database = null!;
    private LogHost _host = null!;
    private Accounts _accounts = null!;
    private Sessions _sessions = null!;
    private SessionCache _cache = null!;
    private Account _account = null!;

    public async Task InitializeAsync()
    {
        var connection = PostgresServer.Serving(await PostgresServer.CreateDatabaseAsync());
        (_database, _host) = (EventLog.Open(connection), LogHost.Open(connection));
        _accounts = new(_host.Sessions, _clock);
        _sessions = new(_database, _clock);
        _cache = new(_sessions, _clock);
        var login = LoginName.Parse("Ada@Example.org");
        _account = (await _accounts.CreateAsync(login, "Ada", [new Grant(Role.Reader, "alrek")], "test", default))!;
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_session_lasts_while_it_is_used_but_no_longer_than_a_week()
    {
        var token = await BeginAsync();
        for (var hours = 0; hours < 7 * 24; hours += 11)
        {
            (await FindAsync(token)).Should().NotBeNull("after {0} hours of use", hours);
            _clock.Move(TimeSpan.FromHours(11));
        }

        (await FindAsync(token)).Should().BeNull();
    }

    [Fact]
    public async Task A_session_that_is_not_used_ends_by_itself()
    {
        var token = await BeginAsync();
        _clock.Move(Session.Idle);

        (await FindAsync(token)).Should().BeNull();
    }

    [Fact]
    public async Task A_known_session_takes_no_round_trip()
    {
        var token = await BeginAsync();
        await FindAsync(token);
        await _database.DisposeAsync();

        (await FindAsync(token)).Should().NotBeNull();
    }

    [Fact]
    public async Task Signing_out_holds_at_once_here_and_within_five_seconds_on_another_node()
    {
        var elsewhere = new SessionCache(_sessions, _clock);
        var token = await BeginAsync();
        (await elsewhere.FindAsync(token, default)).Should().NotBeNull();
        (await FindAsync(token)).Should().NotBeNull();

        await _cache.EndAsync(token, default);

        (await FindAsync(token)).Should().BeNull();
        _clock.Move(TimeSpan.FromSeconds(5));
        (await elsewhere.FindAsync(token, default)).Should().BeNull();
    }

    [Fact]
    public async Task A_session_begun_for_an_account_as_it_was_before_a_change_never_holds()
    {
        await _accounts.GrantAsync(_account, [], default);

        (await FindAsync(await BeginAsync())).Should().BeNull();
    }

    [Fact]
    public async Task Sessions_are_listed_to_their_holder_and_ended_one_by_one_by_them_alone()
    {
        var (kept, ended) = (await BeginAsync(), await BeginAsync());
        var id = (await FindAsync(ended))!.Session.Id;
        (await _sessions.ListAsync(_account.Id, default)).Should().HaveCount(2);

        await _cache.EndAsync("another", id, default);
        (await FindAsync(ended)).Should().NotBeNull();
        await _cache.EndAsync(_account.Id, id, default);

        (await FindAsync(ended)).Should().BeNull();
        (await FindAsync(kept)).Should().NotBeNull();
        (await _sessions.ListAsync(_account.Id, default)).Should().ContainSingle();
    }

    [Fact]
    public async Task Two_cannot_go_by_one_name_however_it_is_written()
    {
        var same = LoginName.Parse(" ADA@example.ORG ");
        (await _accounts.CreateAsync(same, "Bo", [], "test", default)).Should().BeNull();
    }

    private Task<string> BeginAsync() => _sessions.BeginAsync(_account, "Test", default);

    private Task<SignedIn?> FindAsync(string token) => _cache.FindAsync(token, default).AsTask();
}
