using System.Net;
using Governance.Api.Features.Meetings.Notices;
using Governance.Tests.Support;
using MimeKit;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Api.Meetings;

/// <summary>A server that mails to a sink in this process.</summary>
public sealed class MailingFixture : ApiFixture
{
    public MailSink Sink { get; } = new();

    protected override IEnumerable<string> Settings => Sink.Settings;
}

public sealed class NoticeTests(MailingFixture api) : IClassFixture<MailingFixture>
{
    [Fact]
    public async Task Those_who_are_called_get_a_mail_each_with_an_invitation_that_is_changed_and_called_off()
    {
        var (cluster, path, people) = await CalledAsync("ada", "bo");
        await TakenAsync(cluster.Id, 2);
        foreach (var who in people)
        {
            var message = Of(cluster.Id).Single(m => m.To == $"{who}-{cluster.Id}@example.org").Message;
            message.To.Mailboxes.Select(m => m.Address).Should().Equal($"{who}-{cluster.Id}@example.org");
            message.ToString().Should().NotContain(people.Single(p => p != who) + "-", "nobody sees the others' addresses");
            message.Subject.Should().Be("Innkalling til Styret: møte 1/2027, 12. januar 2027");
            message.TextBody.Should().Contain("12. januar 2027 kl. 12.00–14.00").And.Contain("1/27 Nytt navn").And.Contain("Velkommen");
            Calendar(message).Should().Contain("METHOD:REQUEST").And.Contain("SEQUENCE:0").And.Contain("BEGIN:VEVENT").And.Contain("DTSTART;TZID=Europe/Oslo:20270112T120000").And.Contain("BEGIN:STANDARD").And.Contain($"mailto:{who}-{cluster.Id}@example.org");
        }

        (await cluster.PostAsync($"{path}/rescheduling", """{"day": "2027-01-19", "startsAt": "09:00", "endsAt": "11:00"}""")).Being(HttpStatusCode.OK);
        await TakenAsync(cluster.Id, 4);
        (await cluster.PostAsync($"{path}/cancellation", """{"reason": "For få saker"}""")).Being(HttpStatusCode.OK);
        await TakenAsync(cluster.Id, 6);

        var told = Of(cluster.Id).Where(m => m.To.StartsWith("ada", StringComparison.Ordinal)).Select(m => m.Message).ToList();
        told.Select(m => m.Subject).Should().Equal("Innkalling til Styret: møte 1/2027, 12. januar 2027", "Endret: Styret: møte 1/2027, 19. januar 2027", "Avlyst: Styret: møte 1/2027");
        told.Select(m => Line(m, "SEQUENCE")).Should().Equal("SEQUENCE:0", "SEQUENCE:1", "SEQUENCE:2");
        told.Select(m => Line(m, "UID")).Distinct().Should().ContainSingle();
        Calendar(told[2]).Should().Contain("METHOD:CANCEL").And.Contain("STATUS:CANCELLED");
        told[2].TextBody.Should().Contain("For få saker");
    }

    [Fact]
    public async Task A_server_that_is_busy_is_tried_again_and_an_address_that_is_refused_is_seen()
    {
        api.Sink.IsBusy = true;
        var (cluster, _, _) = await CalledAsync("cat", "dag");
        await Eventually.TrueAsync(async () => (await RowsAsync(cluster)).Any(r => r.Attempts > 1));
        Of(cluster.Id).Should().BeEmpty();
        api.Sink.Unknown.Add($"dag-{cluster.Id}@example.org");
        api.Sink.IsBusy = false;

        await Eventually.TrueAsync(async () => (await RowsAsync(cluster)).All(r => r.State != "waiting"));
        (await RowsAsync(cluster)).Select(r => r.State).Should().BeEquivalentTo("sent", "refused");
        Of(cluster.Id).Select(m => m.To).Should().Equal($"cat-{cluster.Id}@example.org");
    }

    private async Task<IReadOnlyList<NoticeRow>> RowsAsync(ClusterClient cluster) =>
        await api.Api.Services.GetRequiredService<NoticeRows>().ListAsync(cluster.Id, [await cluster.PositionAsync()], default);

    private async Task<(ClusterClient Cluster, string Path, string[] People)> CalledAsync(params string[] people)
    {
        var cluster = await api.FoundAsync();
        var appointed = new List<string>();
        foreach (var who in people)
        {
            var id = (await cluster.PostAsync("/people", $$"""{"name": "{{who}} Eksempel", "email": "{{who}}-{{cluster.Id}}@example.org"}""")).Being(HttpStatusCode.Created).Id;
            appointed.Add($$"""{"type": "appoint", "body": "#b", "role": "member", "person": "{{id}}"}""");
        }
        await cluster.DecideAsync($$"""{"title": "Styret", "decidedByText": "Partnerne", "decidedOn": "2018", "changes": [{"type": "establish-body", "ref": "b", "kind": "board", "name": "Styret"}, {{string.Join(", ", appointed)}}]}""");
        var path = $"/meetings/planned/{(await cluster.PostAsync("/meetings/planned", """{"body": "Styret", "day": "2027-01-12", "startsAt": "12:00", "endsAt": "14:00", "place": "Alrek"}""")).Being(HttpStatusCode.Created).Id}";
        (await cluster.PostAsync($"{path}/items", """{"kind": "decision", "title": "Nytt navn"}""")).Being(HttpStatusCode.Created);
        (await cluster.PostAsync($"{path}/notice", """{"message": "Velkommen"}""")).Being(HttpStatusCode.OK);
        return (cluster, path, people);
    }

    private IReadOnlyList<(string To, MimeMessage Message)> Of(string cluster) => [.. api.Sink.Taken.Where(m => m.To.EndsWith($"-{cluster}@example.org", StringComparison.Ordinal))];

    private Task TakenAsync(string cluster, int number) => Eventually.TrueAsync(() => Task.FromResult(Of(cluster).Count == number));

    private static string Calendar(MimeMessage message) => message.BodyParts.OfType<TextPart>().Single(p => p.ContentType.IsMimeType("text", "calendar")).Text;

    private static string Line(MimeMessage message, string word) => Calendar(message).ReplaceLineEndings("\n").Split('\n').Last(l => l.StartsWith(word + ":", StringComparison.Ordinal));
}
