using System.Net;
using Governance.Api.Features.Webhooks.Delivery;
using Governance.Api.Messaging;
using Wolverine.Tracking;

namespace Governance.Tests.Webhooks;

/// <summary>What goes through Wolverine's queues: ids and positions, and only where somebody waits for it.</summary>
public sealed class MessageTests(WebhookHost host) : IClassFixture<WebhookHost>
{
    [Fact]
    public async Task An_act_is_told_of_by_one_message_of_its_own_transaction_and_each_subscriber_woken()
    {
        var cluster = await host.FoundAsync();
        var path = "/" + cluster.Id;
        var hooks = new[] { await cluster.HookAsync(host.Subscriber.Url(path)), await cluster.HookAsync(host.Subscriber.Url(path + "/too")) };

        var session = await host.Api.Services.TrackActivity().ExecuteAndWaitAsync(_ => cluster.TellAsync(1));

        session.Executed.MessagesOf<ActRecorded>().Should().Equal(new ActRecorded(cluster.Id, 2));
        session.Executed.MessagesOf<DeliverNext>().Distinct().Should().BeEquivalentTo(hooks.Select(hook => new DeliverNext(cluster.Id, hook["id"]!.GetValue<Guid>())));
        host.Subscriber.Positions(path).Should().Equal(2);
        host.Subscriber.Positions(path + "/too").Should().Equal(2);
    }

    [Fact]
    public async Task Many_acts_imported_at_once_are_told_of_by_one_message_after_all_of_them_are_recorded()
    {
        var cluster = await host.FoundAsync();
        var path = "/" + cluster.Id;
        await cluster.HookAsync(host.Subscriber.Url(path));

        var session = await host.Api.Services.TrackActivity().Timeout(TimeSpan.FromSeconds(30)).ExecuteAndWaitAsync(_ => cluster.TellManyAsync(2_500));

        session.Executed.MessagesOf<ActRecorded>().Should().Equal(new ActRecorded(cluster.Id, 2_501));
        await host.Subscriber.HasAsync(100, path);
        (await host.Api.Database.CreateCommand($"select count(*) from wolverine.wolverine_incoming_envelopes where message_type like '%ActRecorded' and status <> 'Handled'").ExecuteScalarAsync()).Should().Be(0L);
    }

    [Fact]
    public async Task Where_no_subscriber_is_active_nothing_is_sent()
    {
        var cluster = await host.FoundAsync();
        var hook = await cluster.HookAsync(host.Subscriber.Url("/" + cluster.Id));
        (await cluster.PatchAsync($"/webhooks/{hook["id"]}", """{"enabled": false}""")).Being(HttpStatusCode.OK);

        var session = await host.Api.Services.TrackActivity().ExecuteAndWaitAsync(_ => cluster.TellAsync(1));

        session.AllRecordsInOrder().Select(record => record.Message).Should().NotContain(message => message is ActRecorded || message is DeliverNext);
    }
}
