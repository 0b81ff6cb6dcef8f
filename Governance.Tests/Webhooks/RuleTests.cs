using System.Net;
using Governance.Api.Features.Webhooks;
using Governance.Api.Features.Webhooks.Delivery;
using Governance.Api.Hosting;
using Governance.Domain.Values;
using Governance.Domain.Views;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Webhook = Governance.Api.Features.Webhooks.Webhook;

namespace Governance.Tests.Webhooks;

public sealed class RuleTests
{
    private static readonly DeliveryRules Rules = new();

    [Theory]
    [InlineData(200, null)]
    [InlineData(204, null)]
    [InlineData(301, DeliveryFault.Redirected)]
    [InlineData(304, DeliveryFault.Redirected)]
    [InlineData(400, DeliveryFault.Refused)]
    [InlineData(413, DeliveryFault.Refused)]
    [InlineData(422, DeliveryFault.Refused)]
    [InlineData(401, DeliveryFault.Failed)]
    [InlineData(404, DeliveryFault.Failed)]
    [InlineData(408, DeliveryFault.Failed)]
    [InlineData(429, DeliveryFault.Failed)]
    [InlineData(500, DeliveryFault.Failed)]
    [InlineData(503, DeliveryFault.Failed)]
    [InlineData(410, DeliveryFault.Gone)]
    public void A_status_is_about_the_message_or_about_the_subscriber(int status, DeliveryFault? fault) => DeliveryOutcome.FaultOf(status).Should().Be(fault);

    [Fact]
    public void One_that_is_away_is_tried_after_ever_longer_pauses_for_days_and_then_no_more()
    {
        var pauses = Enumerable.Range(0, 40).Select(attempts => Pause(At(attempts, failingFor: TimeSpan.FromDays(2.9)), DeliveryFault.Unreachable)).ToList();

        for (var n = 0; n < 8; n++) pauses[n].TotalSeconds.Should().BeInRange(0.8 * (1 << n), 1.2 * (1 << n));
        pauses.Skip(10).Should().OnlyContain(p => p >= 0.8 * Rules.LongestPause && p <= 1.2 * Rules.LongestPause);
        foreach (var fault in new[] { DeliveryFault.Unreachable, DeliveryFault.TimedOut, DeliveryFault.Failed, DeliveryFault.Redirected, DeliveryFault.AddressNotAllowed })
            Rules.After(At(500, failingFor: TimeSpan.FromDays(3)), new(default, null, fault)).Should().BeOfType<Consequence.Stop>();
    }

    [Fact]
    public void It_says_itself_how_long_within_a_day()
    {
        Pause(At(0), DeliveryFault.Failed, TimeSpan.FromMinutes(7)).Should().Be(TimeSpan.FromMinutes(7));
        Pause(At(0), DeliveryFault.Failed, TimeSpan.FromDays(7)).Should().Be(TimeSpan.FromDays(1));
        Pause(At(5), DeliveryFault.Failed, TimeSpan.FromSeconds(-3)).Should().BeGreaterThan(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void A_message_is_refused_five_times_however_long_the_subscriber_was_away_before()
    {
        for (var refusals = 0; refusals < 4; refusals++)
            Pause(At(500, refusals, TimeSpan.FromDays(4)), DeliveryFault.Refused).TotalSeconds.Should().BeInRange(0.8 * (1 << refusals), 1.2 * (1 << refusals));
        Rules.After(At(0, 4), new(default, 422, DeliveryFault.Refused)).Should().BeOfType<Consequence.LayAside>();
    }

    [Theory]
    [InlineData("Timeout", "00:00:00")]
    [InlineData("LongestPause", "-00:00:01")]
    [InlineData("GiveUpAfter", "40.00:00:00")]
    [InlineData("Tries", "0")]
    [InlineData("AtOnce", "-1")]
    public void Rules_that_could_not_be_kept_are_refused_at_the_start(string name, string value)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new($"Governance:Webhooks:{name}", value)]).Build();

        configuration.Invoking(DeliveryRules.Of).Should().Throw<CannotStartException>();
    }

    [Fact]
    public async Task What_the_subscriber_asks_for_is_read_and_its_answer_is_not()
    {
        await using var subscriber = await Subscriber.StartAsync();
        subscriber.Answer = async (_, response) =>
        {
            response.StatusCode = (int)HttpStatusCode.TooManyRequests;
            response.Headers.RetryAfter = "120";
            await response.WriteAsync("Endless");
            await response.Body.FlushAsync();
            await Subscriber.HoldUpAsync(response);
        };
        var rules = Rules with { AllowPrivate = true };
        using var messenger = new Messenger(rules, new Targets(rules), TimeProvider.System);

        var outcome = await messenger.SendAsync(At(0) with { Settings = Somewhere with { Url = subscriber.Url() } }, new("msg_1", 1, null, new byte[] { (byte)'{', (byte)'}' }), default);

        outcome.Should().Match<DeliveryOutcome>(o => o.Status == 429 && o.Fault == DeliveryFault.Failed && o.RetryAfter == TimeSpan.FromMinutes(2));
        outcome.Took.Should().BeLessThan(rules.Timeout);
    }

    private static TimeSpan Pause(Webhook webhook, DeliveryFault fault, TimeSpan? asked = null) =>
        Rules.After(webhook, new(default, null, fault, asked)).Should().BeOfType<Consequence.Wait>().Subject.Pause;

    private static WebhookSettings Somewhere { get; } = new(default, "alrek", "https://nettsted.example/", null, [], Audience.Public, Language.Nb, Secret.New().Key, default, "ada");

    private static Webhook At(int attempts, int refusals = 0, TimeSpan? failingFor = null) =>
        new(Somewhere, default, null, null, new(0, new(default, 0)), 0, attempts, refusals, default, failingFor, null, null, default, 0);
}
