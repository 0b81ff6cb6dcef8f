using System.Net;
using Governance.Api.Features.Webhooks;
using Governance.Api.Features.Webhooks.Delivery;
using Governance.Domain.Values;
using Governance.Domain.Views;
using Governance.Tests.Support;
using Webhook = Governance.Api.Features.Webhooks.Webhook;

namespace Governance.Tests.Webhooks;

public sealed class TargetTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("10.0.0.1")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("100.64.0.1")]
    [InlineData("100.100.100.200")]
    [InlineData("169.254.169.254")]
    [InlineData("168.63.129.16")]
    [InlineData("192.0.0.192")]
    [InlineData("192.0.2.1")]
    [InlineData("198.18.0.1")]
    [InlineData("198.51.100.1")]
    [InlineData("203.0.113.1")]
    [InlineData("0.0.0.0")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("::127.0.0.1")]
    [InlineData("64:ff9b::10.0.0.1")]
    [InlineData("64:ff9b:1::1")]
    [InlineData("fe80::1")]
    [InlineData("fc00::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    [InlineData("2001::1")]
    [InlineData("2001:db8::1")]
    [InlineData("2002:7f00:1::1")]
    [InlineData("100::1")]
    public void An_address_that_is_not_on_the_open_internet_is_known(string address) => PublicAddress.Is(IPAddress.Parse(address)).Should().BeFalse();

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.1")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.1")]
    [InlineData("129.177.6.54")]
    [InlineData("::ffff:1.1.1.1")]
    [InlineData("64:ff9b::1.1.1.1")]
    [InlineData("2001:700:200::1")]
    [InlineData("2606:4700:4700::1111")]
    public void And_one_that_is(string address) => PublicAddress.Is(IPAddress.Parse(address)).Should().BeTrue();

    [Theory]
    [InlineData("https://127.0.0.1/hook", "Must lead to an address on the open internet.", "Skal føre til en adresse på det åpne nettet.")]
    [InlineData("https://localhost:8443/hook", "Must lead to an address on the open internet.", "Skal føre til en adresse på det åpne nettet.")]
    [InlineData("https://2130706433/", "Must lead to an address on the open internet.", "Skal føre til en adresse på det åpne nettet.")]
    [InlineData("https://0x7f.1/", "Must lead to an address on the open internet.", "Skal føre til en adresse på det åpne nettet.")]
    [InlineData("https://[::1]/", "Must lead to an address on the open internet.", "Skal føre til en adresse på det åpne nettet.")]
    [InlineData("https://[::ffff:10.0.0.1]/", "Must lead to an address on the open internet.", "Skal føre til en adresse på det åpne nettet.")]
    [InlineData("https://169.254.169.254/latest/meta-data", "Must lead to an address on the open internet.", "Skal føre til en adresse på det åpne nettet.")]
    [InlineData("https://0/", "Must lead to an address on the open internet.", "Skal føre til en adresse på det åpne nettet.")]
    [InlineData("https://0.0.0.0/", "Must lead to an address on the open internet.", "Skal føre til en adresse på det åpne nettet.")]
    [InlineData("https://[::]/", "Must lead to an address on the open internet.", "Skal føre til en adresse på det åpne nettet.")]
    [InlineData("https://1.1.1.1:22/", "The port must be 443, or 1024 or above.", "Porten skal være 443, eller 1024 eller høyere.")]
    [InlineData("https://1.1.1.1:1023/", "The port must be 443, or 1024 or above.", "Porten skal være 443, eller 1024 eller høyere.")]
    [InlineData("http://nettsted.example/hook", "Must begin with https://.", "Skal begynne med https://.")]
    [InlineData("https://ada:secret@1.1.1.1/", "Cannot have a user name, a password or #.", "Kan ikke ha brukernavn, passord eller #.")]
    [InlineData("https://1.1.1.1/#top", "Cannot have a user name, a password or #.", "Kan ikke ha brukernavn, passord eller #.")]
    [InlineData("ftp://1.1.1.1/", "Must be a whole address that begins with https:// or http://.", "Skal være en hel adresse som begynner med https:// eller http://.")]
    public async Task What_we_do_not_send_to_is_refused_from_the_first(string url, string en, string nb)
    {
        var cluster = await api.FoundAsync();
        var hook = (await cluster.PostAsync("/webhooks", """{"url": "https://1.1.1.1/hook", "enabled": false}""")).Being(HttpStatusCode.Created);

        foreach (var (language, said) in new[] { ("en", en), ("nb", nb) })
        {
            var added = (await cluster.PostAsync($"/webhooks?lang={language}", $$"""{"url": "{{url}}", "types": ["decision-made"], "after": 2}""")).Being(HttpStatusCode.BadRequest);
            added.Json["faults"]!.AsArray().Select(f => $"{f!["path"]}: {f["message"]}").Should().Contain($"url: {said}");
            (await cluster.PatchAsync($"/webhooks/{hook.Id}?lang={language}", $$"""{"url": "{{url}}"}""")).Being(HttpStatusCode.BadRequest).Json["faults"]![0]!["message"]!.ToString().Should().Be(said);
        }
        (await cluster.GetAsync("/webhooks")).Json["webhooks"]!.AsArray().Should().ContainSingle();
    }

    [Theory]
    [InlineData("https://1.1.1.1/")]
    [InlineData("https://1.1.1.1:1024/")]
    [InlineData("https://1.1.1.1:8443/")]
    public async Task The_ports_of_other_services_are_not_open_the_rest_are(string url) => (await new Targets(new DeliveryRules()).FaultOfAsync(url, default)).Should().BeNull();

    [Fact]
    public async Task All_faults_are_told_at_once()
    {
        var cluster = await api.FoundAsync();

        var refused = (await cluster.PostAsync("/webhooks?lang=en", """{"url": "http://1.1.1.1/", "types": ["decision-recorded", "decision-made"], "after": 2}""")).Being(HttpStatusCode.BadRequest);

        refused.Json["faults"]!.AsArray().Select(f => f!["path"]!.ToString()).Should().Equal("url", "types[1]", "after");
        refused.Json["faults"]![1]!["message"]!.ToString().Should().StartWith("'decision-made' is not one of the words cluster-corrected, cluster-founded,");
        refused.Json["faults"]![2]!["message"]!.ToString().Should().Be("Must be a whole number from 0 to 1.");
    }

    [Fact]
    public async Task A_name_that_leads_here_after_all_is_not_connected_to()
    {
        await using var subscriber = await Subscriber.StartAsync();
        var settings = new WebhookSettings(default, "alrek", subscriber.Url().Replace("127.0.0.1", "localhost"), null, [], Audience.Public, Language.Nb, Secret.New().Key, default, "ada");
        var webhook = new Webhook(settings, default, null, null, new(0, new(default, 0)), 0, 0, 0, null, null, null, null, default, 0);
        var message = new Message("msg_1", 1, null, new byte[] { (byte)'{', (byte)'}' });

        async Task<DeliveryOutcome> SendAsync(bool allowed)
        {
            var rules = new DeliveryRules { AllowPrivate = allowed };
            using var messenger = new Messenger(rules, new Targets(rules), TimeProvider.System);
            return await messenger.SendAsync(webhook, message, default);
        }

        (await SendAsync(allowed: false)).Fault.Should().Be(DeliveryFault.AddressNotAllowed);
        subscriber.All.Should().BeEmpty();
        (await SendAsync(allowed: true)).Fault.Should().BeNull();
        subscriber.All.Should().ContainSingle();
    }
}
