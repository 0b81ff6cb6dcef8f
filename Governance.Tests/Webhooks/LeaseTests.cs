using Governance.Api.EventStore;
using Governance.Api.Features.Webhooks;
using Governance.Api.Features.Webhooks.Delivery;
using Governance.Domain.Clusters;
using Governance.Domain.People;
using Governance.Tests.EventStore;
using Npgsql;
using Webhook = Governance.Api.Features.Webhooks.Webhook;
using Governance.Tests.Support;

namespace Governance.Tests.Webhooks;

public sealed class LeaseTests(LogFixture log) : IClassFixture<LogFixture>
{
    private static readonly DeliveryOutcome Taken = new(TimeSpan.FromMilliseconds(1), 204);
    private static int _clusters;
    private readonly NpgsqlDataSource database = log.Database;
    private readonly DeliveryRules rules = new();

    private WebhookRows Rows => new(database, log.Sessions, rules, TimeProvider.System);

    [Fact]
    public async Task A_node_whose_lease_has_run_out_writes_nothing_any_more()
    {
        var (leases, stale) = await HeldAsync();
        await log.SqlAsync("update gov_webhooks set leased_until = clock_timestamp() where id = $1", stale.Id);
        var holder = (await leases.TakeAsync(stale.Cluster, stale.Id, default))!;

        holder.Lease.Should().Be(stale.Lease + 1);
        (await leases.SettleAsync(stale, Message(stale, 1), At(1), Taken, new Consequence.Delivered(), default)).Should().BeNull();
        await leases.ReleaseAsync(stale, At(1), TimeSpan.Zero, TimeSpan.Zero, default);

        (await leases.TakeAsync(stale.Cluster, stale.Id, default)).Should().BeNull("the other still holds it");
        (await FindAsync(stale)).Place.Should().Be(At(0));
        (await leases.SettleAsync(holder, Message(holder, 1), At(1), Taken, new Consequence.Delivered(), default))!.Place.Should().Be(At(1));
    }

    [Fact]
    public async Task A_subscriber_is_held_by_one_node_at_a_time_and_given_back_when_the_turn_ends()
    {
        var (leases, held) = await HeldAsync();

        (await leases.TakeAsync(held.Cluster, held.Id, default)).Should().BeNull();
        await leases.ReleaseAsync(held, At(0), TimeSpan.Zero, TimeSpan.Zero, default);
        (await leases.TakeAsync(held.Cluster, held.Id, default))!.Lease.Should().Be(held.Lease + 1);
    }

    [Fact]
    public async Task What_is_sent_while_an_admin_replays_does_not_move_the_position_back_again()
    {
        var (leases, held) = await HeldAsync();
        var sent = (await leases.SettleAsync(held, Message(held, 1), At(1), Taken, new Consequence.Delivered(), default))!;
        await Rows.MoveAsync(held.Cluster, held.Id, At(0), default);

        (await leases.SettleAsync(sent, Message(sent, 2), At(2), Taken, new Consequence.Delivered(), default)).Should().BeNull();
        await leases.ReleaseAsync(sent, At(2), TimeSpan.Zero, TimeSpan.Zero, default);

        (await FindAsync(held)).Place.Should().Be(At(0));
        (await leases.TakeAsync(held.Cluster, held.Id, default)).Should().NotBeNull();
    }

    [Fact]
    public async Task What_came_of_an_attempt_at_what_an_admin_has_changed_since_is_not_held_against_it()
    {
        var (leases, held) = await HeldAsync();
        await Rows.ChangeAsync(held.Cluster, held.Id, new(Url: "https://1.1.1.1/there"), default);

        (await leases.SettleAsync(held, Message(held, 1), At(1), new(default, 410, DeliveryFault.Gone), new Consequence.Stop(), default)).Should().BeNull();
        await leases.ReleaseAsync(held, At(0), TimeSpan.Zero, TimeSpan.Zero, default);

        (await FindAsync(held)).Should().Match<Webhook>(w => w.State == WebhookState.Active && w.Fault == null);
        (await leases.TakeAsync(held.Cluster, held.Id, default))!.Url.Should().Be("https://1.1.1.1/there");
    }

    [Fact]
    public async Task Who_gives_a_turn_back_is_told_how_long_it_is_until_the_next_where_something_waits()
    {
        var (leases, held) = await HeldAsync();
        var sent = (await leases.SettleAsync(held, Message(held, 1), At(1), Taken, new Consequence.Delivered(), default))!;

        (await leases.ReleaseAsync(sent, At(1), TimeSpan.Zero, TimeSpan.Zero, default)).Should().Be(TimeSpan.Zero, "there is a second act");
        var again = (await leases.TakeAsync(held.Cluster, held.Id, default))!;
        (await leases.ReleaseAsync(again, At(1), TimeSpan.FromHours(1), TimeSpan.Zero, default)).Should().BeCloseTo(TimeSpan.FromHours(1), TimeSpan.FromMinutes(1));
        await log.SqlAsync("update gov_webhooks set due_at = clock_timestamp() where id = $1", held.Id);
        var last = (await leases.TakeAsync(held.Cluster, held.Id, default))!;
        (await leases.ReleaseAsync(last, At(2), TimeSpan.Zero, TimeSpan.FromHours(1), default)).Should().BeNull("nothing comes before midnight but by an act");
        (await leases.TakeAsync(held.Cluster, held.Id, default)).Should().BeNull();
    }

    [Fact]
    public async Task Who_asks_for_a_turn_while_it_is_being_given_back_waits_and_gets_it()
    {
        var (leases, held) = await HeldAsync();
        await using var connection = await database.OpenConnectionAsync();
        await using var release = await connection.BeginTransactionAsync();
        await using (var command = new NpgsqlCommand($"update gov_webhooks set leased_until = clock_timestamp() where id = '{held.Id}'", connection)) await command.ExecuteNonQueryAsync();

        var asking = leases.TakeAsync(held.Cluster, held.Id, default);
        await Eventually.TrueAsync(async () => asking.IsCompleted || await log.SqlAsync("select count(*) from pg_stat_activity where $1 = any(pg_blocking_pids(pid))", connection.ProcessID) is not 0L);
        asking.IsCompleted.Should().BeFalse();
        await release.CommitAsync();

        (await asking)!.Lease.Should().Be(held.Lease + 1);
    }

    private static Message Message(Webhook webhook, long position) => new($"msg_{webhook.Id:n}_{position}", position, null, default);

    private static DeliveryCursor At(long position) => new(position, new(new(2026, 1, 1), position));

    /// <summary>A subscriber that two acts wait for, held by a node of which nothing is heard.</summary>
    private async Task<(Leases Leases, Webhook Held)> HeldAsync()
    {
        var cluster = $"cluster-{Interlocked.Increment(ref _clusters)}";
        for (var n = 0; n < 2; n++)
        {
            var id = new Guid(n + 1, 0, 0, new byte[8]);
            await log.Log.AppendAsync(new Act(cluster, n, "test", [NewEvent.OnRegister(cluster, n + 1, id, new PersonRegistered(new PersonId(id)))]));
        }
        var added = (await Rows.AddAsync(new Guid(_clusters, 1, 0, new byte[8]), cluster, new NewWebhook("https://1.1.1.1/hook"), At(0), "ada", default))!;
        var leases = new Leases(database, rules);
        return (leases, (await leases.TakeAsync(cluster, added.Id, default))!);
    }

    private async Task<Webhook> FindAsync(Webhook webhook) => (await Rows.FindAsync(webhook.Cluster, webhook.Id, default))!;
}
