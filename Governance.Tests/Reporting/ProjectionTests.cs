using Governance.Api.EventStore;
using Governance.Api.Reporting;
using Governance.Tests.Domain.Laws;
using Governance.Tests.EventStore;
using Governance.Tests.Support;
using Npgsql;

namespace Governance.Tests.Reporting;

public sealed class ProjectionTests(ReportingFixture fixture) : IClassFixture<ReportingFixture>
{
    [Fact]
    public async Task Rows_brought_forward_bit_by_bit_are_those_of_a_fresh_fold_merged_persons_and_all()
    {
        for (var seed = 1; seed <= 6; seed++)
        {
            var (history, cluster) = (Stories.Of(seed), fixture.NewCluster());
            for (var from = 0; from < history.Position; from += 7)
            {
                await fixture.AppendAsync(cluster, history, from, 7);
                await fixture.ProjectAsync(cluster);
            }
            await fixture.IsRightAsync(cluster, history.Position);
        }
    }

    [Fact]
    public async Task Rows_that_take_longer_than_a_statement_may_are_waited_for()
    {
        var (history, cluster) = (Stories.Of(8), fixture.NewCluster());
        await fixture.AppendAsync(cluster, history, 0, 2);
        await using var hurried = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(fixture.Database.ConnectionString) { CommandTimeout = 1 });
        await fixture.SqlAsync("create function slow() returns trigger language plpgsql as 'begin perform pg_sleep(1.5); return null; end'");
        await fixture.SqlAsync("create trigger slow before insert on reporting.decisions for each statement execute function slow()");
        try
        {
            (await fixture.Worker(hurried).ProjectAsync(Projection.Live, cluster, default)).Should().BePositive();
        }
        finally
        {
            await fixture.SqlAsync("drop function slow cascade");
        }
        await fixture.IsRightAsync(cluster, 2);
    }

    [Fact]
    public async Task A_crash_on_the_way_leaves_nothing_and_what_comes_after_tells_everything_once()
    {
        var (history, cluster) = (Stories.Of(7), fixture.NewCluster());
        await fixture.AppendAsync(cluster, history, 0, 20);
        await fixture.ProjectAsync(cluster);
        await fixture.AppendAsync(cluster, history, 20, (int)history.Position);
        await fixture.SqlAsync(TrapFor(cluster));

        (await fixture.ProjectAsync(cluster)).Should().Be(0);
        await fixture.IsRightAsync(cluster, 20);
        await fixture.SqlAsync("drop trigger trap on reporting.checkpoints");
        await fixture.ProjectAsync(cluster);
        await fixture.IsRightAsync(cluster, history.Position);
    }

    [Fact]
    public async Task A_cluster_at_fault_stops_only_itself()
    {
        var (history, sick, sound) = (Stories.Of(8), fixture.NewCluster(), fixture.NewCluster());
        foreach (var cluster in new[] { sick, sound }) await fixture.AppendAsync(cluster, history, 0, 20);
        await fixture.SqlAsync(TrapFor(sick));
        var worker = fixture.Worker();

        foreach (var cluster in await worker.BehindAsync(Projection.Live, default)) await worker.ProjectAsync(Projection.Live, cluster, default);
        await fixture.SqlAsync("drop trigger trap on reporting.checkpoints");

        await fixture.IsRightAsync(sound, 20);
        await fixture.IsRightAsync(sick, 0);
        (await worker.BehindAsync(Projection.Live, default)).Should().NotContain(sick, "it is tried again in a minute");
        var health = await new ReportingHealth(fixture.Database, TimeProvider.System).CheckHealthAsync(new());
        health.Status.Should().Be(Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Degraded);
        health.Description.Should().StartWith("1 behind, by up to ").And.EndWith($" s. Stopped: {sick}: P0001: out of paper");
        await fixture.ProjectAsync(sick);
        (await new ReportingHealth(fixture.Database, TimeProvider.System).CheckHealthAsync(new())).Description.Should().Be("Up to date.");
    }

    [Fact]
    public async Task Several_workers_tell_of_each_act_once()
    {
        var stories = Enumerable.Range(20, 4).Select(seed => (History: Stories.Of(seed), Cluster: fixture.NewCluster())).ToList();
        var writing = Task.WhenAll(stories.Select(async s =>
        {
            for (var from = 0; from < s.History.Position; from += 5) await fixture.AppendAsync(s.Cluster, s.History, from, 5);
        }));
        var working = Task.WhenAll(Enumerable.Range(0, 3).Select(async _ =>
        {
            var worker = fixture.Worker();
            while (await worker.BehindAsync(Projection.Live, default) is var behind && (behind.Count > 0 || !writing.IsCompleted))
                foreach (var cluster in behind) await worker.ProjectAsync(Projection.Live, cluster, default);
        }));
        await Task.WhenAll(writing, working);

        foreach (var (history, cluster) in stories) await fixture.IsRightAsync(cluster, history.Position);
    }

    [Fact]
    public async Task A_thing_is_told_of_once_for_every_day_and_moment()
    {
        var history = Enumerable.Range(10, 90).Select(Stories.Of).First(h => h.Chronicle.Days.Any(d => d.After.Strategy is not null));
        var cluster = fixture.NewCluster();
        await fixture.AppendAsync(cluster, history, 0, (int)history.Position);
        await fixture.ProjectAsync(cluster);
        foreach (var table in Table.All)
        {
            var twice = () => fixture.SqlAsync($"insert into reporting.{table.Name} select * from reporting.{table.Name} where cluster = $1 limit 1", cluster);
            (await twice.Should().ThrowAsync<PostgresException>(table.Name)).Which.SqlState.Should().Be(PostgresErrorCodes.ExclusionViolation);
        }
    }

    [Theory]
    [InlineData("update reporting.names set name = 'Noe annet' where ctid = (select min(ctid) from reporting.names where cluster = $1)", "names: is missing", "names: stands there and should not")]
    [InlineData("delete from reporting.decisions where ctid = (select min(ctid) from reporting.decisions where cluster = $1)", "decisions: is missing")]
    [InlineData("insert into reporting.partners values ($1, gen_random_uuid(), 'company', null, '[2016-01-01,)', '[2016-01-01,)')", "partners: stands there and should not")]
    [InlineData("update reporting.seats set known = tstzrange(lower(known), null) where cluster = $1 and not upper_inf(known) and not exists (select from reporting.seats s where s.id = seats.id and s.known >> seats.known)", "seats: is missing", "seats: stands there and should not")]
    [InlineData("update reporting.cluster_names set name = 'Noe annet' where ctid = (select min(ctid) from reporting.cluster_names where cluster = $1)", "cluster_names: is missing", "cluster_names: stands there and should not")]
    [InlineData("insert into reporting.strategies values ($1, 'Strategi', '{}', '2001-01-01', null, gen_random_uuid(), '[2001-01-01,2001-01-02)', '[2016-01-01,)')", "strategies: stands there and should not")]
    [InlineData("update reporting.strategies set focus_areas = '{Annet}' where ctid = (select min(ctid) from reporting.strategies where cluster = $1)", "strategies: is missing", "strategies: stands there and should not")]
    public async Task A_row_that_was_tampered_with_is_found(string tampering, params string[] found)
    {
        var (history, cluster) = (Stories.Of(9), fixture.NewCluster());
        await fixture.AppendAsync(cluster, history, 0, (int)history.Position);
        await fixture.ProjectAsync(cluster);
        await fixture.SqlAsync(tampering, cluster);

        var differences = (await fixture.VerifyAsync(cluster)).Differences;

        found.Should().AllSatisfy(f => differences.Should().Contain(d => Said(d).Contains(f)));
        differences.Select(Said).Distinct().Should().HaveCount(found.Length);
    }

    [Fact]
    public async Task People_stand_by_the_name_they_have_now_and_those_erased_or_unlisted_by_none()
    {
        var cluster = fixture.NewCluster();
        Person[] people = [new(Story.NewId(), "Kari"), new(Story.NewId(), "Skjult") { Unlisted = true }, new(Story.NewId(), "Slettet") { Erased = true }, new(Story.NewId(), "Dobbel") { MergedInto = Story.NewId() }];
        await fixture.Log.AppendAsync(new Story(cluster).Found() with { People = people });
        (await fixture.SqlAsync("select string_agg(coalesce(name, '-'), ' ' order by name nulls last) from reporting.people where cluster = $1", cluster)).Should().Be("Kari - -");
    }

    private static string TrapFor(string cluster) => $"""
        create or replace function trap() returns trigger language plpgsql as $$ begin raise exception 'out of paper'; end $$;
        create trigger trap before update of position on reporting.checkpoints for each row when (new.cluster = '{cluster}') execute function trap()
        """;

    // "names: (a,b,...) is missing" without the row.
    private static string Said(string difference) => difference[..(difference.IndexOf(':', StringComparison.Ordinal) + 1)] + difference[difference.LastIndexOf(')')..].TrimStart(')');
}
