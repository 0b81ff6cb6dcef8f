using Governance.Api.EventStore;
using Npgsql;
using Governance.Tests.Support;

namespace Governance.Tests.EventStore;

public sealed class ConnectionTests(LogFixture fixture) : IClassFixture<LogFixture>
{
    [Fact]
    public async Task A_database_that_is_away_is_told_as_a_transient_failure()
    {
        await using var nowhere = LogHost.Open("Host=127.0.0.1;Port=1;Database=none;Username=none");
        var log = nowhere.Log;

        await log.Awaiting(l => l.AppendAsync(fixture.NewCluster().Found())).Should().ThrowAsync<NpgsqlException>().Where(e => e.IsTransient);
        await log.Awaiting(l => l.HeadAsync("alrek")).Should().ThrowAsync<NpgsqlException>().Where(e => e.IsTransient);
    }

    [Fact]
    public async Task A_connection_lost_underway_is_told_as_transient_and_the_next_act_is_recorded()
    {
        var story = fixture.NewCluster();
        await fixture.Log.AppendAsync(story.Found());
        var act = story.Decide("A");
        await EndConnectionsAsync();

        await fixture.Log.Awaiting(log => log.AppendAsync(act)).Should().ThrowAsync<NpgsqlException>().Where(e => e.IsTransient);
        (await fixture.Log.AppendAsync(act)).Should().BeOfType<AppendOutcome.Recorded>();
    }

    [Fact]
    public async Task A_connection_lost_between_two_reads_of_a_session_is_told_as_transient()
    {
        await using var session = await fixture.Sessions.ReadAsync("alrek", default);
        await EndConnectionsAsync();

        await session.Awaiting(s => s.LoadAsync<RecordedRequest>("key")).Should().ThrowAsync<NpgsqlException>().Where(e => e.IsTransient && e.IsAway());
    }

    private async Task EndConnectionsAsync()
    {
        await using var killer = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(fixture.ConnectionString) { Pooling = false }.ConnectionString);
        await killer.OpenAsync();
        await using var kill = new NpgsqlCommand("select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()", killer);
        await kill.ExecuteNonQueryAsync();
    }
}
