using Governance.Api.Clusters;
using Governance.Api.EventStore;
using Governance.Api.Store;
using Governance.Domain.Meetings;
using Governance.Domain.Values;
using Governance.Domain.Views;
using Wolverine;
using Wolverine.Runtime.Handlers;

namespace Governance.Api.Features.Meetings.Notices;

/// <summary>Mails one notice. That it was taken is written down at once; where this node dies in between it is sent once more, under the same id.</summary>
public static class MailNoticeHandler
{
    public static async Task<OutgoingMessages> HandleAsync(MailNotice notice, ClusterCache cache, ClusterSessions sessions, NoticeRows rows, MailSender sender, MailRules rules, CancellationToken ct)
    {
        var again = new OutgoingMessages();
        var (cluster, position, person) = (notice.Cluster, notice.Position, notice.Person);
        if (await rows.FindAsync(cluster, position, person, ct) is not { State: "waiting" } row || await cache.FindAsync(cluster, ct) is not { } entry) return again;
        var live = await entry.CatchUpAsync(position, ct);
        if (await FindAsync(sessions, cluster, live.History.Aliases.GetValueOrDefault(new(person), new(person)).Value, ct) is not { Email: { } address, Erased: false } told)
        {
            await rows.SettleAsync(cluster, position, person, "unreachable", null, ct);
            return again;
        }
        var history = live.History.AtPosition(position);
        var (act, view) = ((MeetingEvent)live.History.Acts[(int)position - 1].Event, new Viewpoint(history, history.DayAt(history.RecordedAt), live.Persons, Audience.Reader, Language.Nb));
        var sent = await sender.SendAsync(NoticeMail.Of(view, history.PlannedMeetings[act.Meeting], act, position, person, told.Name, address, rules), ct);
        var state = sent.Fault is null ? "sent" : sent.IsFinal ? "refused" : row.Attempts + 1 >= rules.Tries ? "given-up" : "waiting";
        await rows.SettleAsync(cluster, position, person, state, sent.Fault, CancellationToken.None);
        if (state == "waiting") again.Delay(notice, rules.Pause(row.Attempts + 1));
        return again;
    }

    /// <inheritdoc cref="MeetingToldHandler.Configure"/>
    public static void Configure(HandlerChain chain) => MeetingToldHandler.Configure(chain);

    private static async Task<Person?> FindAsync(ClusterSessions sessions, string cluster, Guid id, CancellationToken ct)
    {
        await using var session = await sessions.ReadAsync(cluster, ct);
        return await session.LoadAsync<Person>(id, ct);
    }
}
