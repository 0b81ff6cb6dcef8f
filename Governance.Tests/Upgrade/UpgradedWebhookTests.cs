using System.Net;
using System.Security.Cryptography;
using System.Text;
using Governance.Tests.Support;
using Governance.Tests.Webhooks;

namespace Governance.Tests.Upgrade;

public sealed class UpgradedWebhookTests(UpgradeFixture upgraded) : IClassFixture<UpgradeFixture>, IAsyncLifetime
{
    private Subscriber subscriber = null!;

    public async Task InitializeAsync() => subscriber = await Subscriber.StartAsync();

    public async Task DisposeAsync() => await subscriber.DisposeAsync();

    [Theory]
    [InlineData("away")]
    [InlineData("gone")]
    [InlineData("paused")]
    public async Task One_that_stood_still_goes_on_after_the_position_where_it_stood_and_signs_with_its_secret(string which)
    {
        var hook = upgraded.Manifest.Webhooks[which];
        var (stood, behind) = await StandsAsync(hook);
        stood.Should().Be(hook.Position);
        behind.Should().BePositive();

        await SendHereAsync(hook, which);

        await Eventually.TrueAsync(async () => (await StandsAsync(hook)).Behind == 0);
        subscriber.Positions("/" + which).Should().Equal(await PublicAsync(stood, which == "away" ? "decision-recorded" : null));
        var first = subscriber.At("/" + which)[0];
        first.Id.Should().Be($"msg_{hook.Id.Replace("-", "", StringComparison.Ordinal)}_{first.Position}");
        first.Signature.Should().Be(Signature(hook, first));
    }

    [Theory]
    [InlineData("taken")]
    [InlineData("inside")]
    public async Task One_that_was_told_all_is_told_only_what_comes(string which)
    {
        var hook = upgraded.Manifest.Webhooks[which];
        var (stood, _) = await StandsAsync(hook);
        await SendHereAsync(hook, which);

        var made = await upgraded.Tusen.DecideAsync("""{"title": "Etter oppgraderingen", "decidedByText": "Partnerne", "decidedOn": "2026-11-30"}""");

        await Eventually.TrueAsync(async () => (await StandsAsync(hook)).Behind == 0);
        subscriber.Positions("/" + which).Should().Equal(Enumerable.Range(1, (int)(made.Position - stood)).Select(n => stood + n));
        // A secret renewed a moment ago signs beside the one before.
        subscriber.At("/" + which)[0].Signature.Split(' ').Should().Contain(Signature(hook, subscriber.At("/" + which)[0]));
    }

    [Fact]
    public async Task What_was_laid_aside_can_be_sent_once_more()
    {
        var hook = upgraded.Manifest.Webhooks["refusing"];
        var letters = $"/webhooks/{hook.Id}/dead-letters";
        var letter = (await upgraded.Tusen.GetAsync(letters)).Json["deadLetters"]!.AsArray().Should().ContainSingle().Subject!;
        (await upgraded.Tusen.PatchAsync($"/webhooks/{hook.Id}", $$"""{"url": "{{subscriber.Url("/refusing")}}"}""")).Being(HttpStatusCode.OK);

        (await upgraded.Tusen.PostAsync($"{letters}/{letter["number"]}/retry", "")).Being(HttpStatusCode.OK).Json["delivered"]!.GetValue<bool>().Should().BeTrue();

        subscriber.At("/refusing").Select(got => got.Id).Should().Contain(letter["messageId"]!.ToString());
        (await upgraded.Tusen.GetAsync(letters)).Json["deadLetters"]!.AsArray().Should().BeEmpty();
    }

    /// <summary>The positions after one, of what the public is told of that is of a type, if one is named.</summary>
    private async Task<List<long>> PublicAsync(long after, string? type)
    {
        var positions = new List<long>();
        for (long? next = after; next is not null;)
        {
            var piece = (await upgraded.Tusen.As(null).GetAsync($"/changes?after={next}&limit=500")).Being(HttpStatusCode.OK).Json;
            positions.AddRange(piece["changes"]!.AsArray().Where(c => c!["type"] is { } told && (type is null || told.ToString() == type)).Select(c => c!["position"]!.GetValue<long>()));
            next = piece["next"]?.GetValue<long>();
        }

        return positions;
    }

    private async Task<(long Position, long Behind)> StandsAsync(Manifest.Webhook hook)
    {
        var shown = (await upgraded.Tusen.GetAsync($"/webhooks/{hook.Id}")).Being(HttpStatusCode.OK).Json;
        return (shown["position"]!.GetValue<long>(), shown["behind"]!.GetValue<long>());
    }

    private async Task SendHereAsync(Manifest.Webhook hook, string which) =>
        (await upgraded.Tusen.PatchAsync($"/webhooks/{hook.Id}", $$"""{"url": "{{subscriber.Url("/" + which)}}", "enabled": true}""")).Being(HttpStatusCode.OK);

    private static string Signature(Manifest.Webhook hook, Received got)
    {
        var secret = Convert.FromBase64String(hook.Secret["whsec_".Length..]);
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"{got.Id}.{got.Timestamp}.{got.Body}")));
    }
}
