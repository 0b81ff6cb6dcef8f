using Governance.Api.Clusters;
using Governance.Domain.Clusters;
using Governance.Domain.Meetings;
using Npgsql;
using Wolverine.ErrorHandling;
using Wolverine.Runtime.Handlers;

namespace Governance.Api.Features.Meetings.Notices;

/// <summary>Has each of those who are called told, by a message of their own.</summary>
public static class MeetingToldHandler
{
    public static async Task<IReadOnlyList<MailNotice>> HandleAsync(MeetingTold told, ClusterCache cache, NoticeRows rows, MailRules rules, CancellationToken ct)
    {
        if (!rules.IsOn || await cache.FindAsync(told.Cluster, ct) is not { } entry) return [];
        var history = (await entry.CatchUpAsync(told.Position, ct)).History;
        Guid[] people = [.. Called(history, told.Position).Select(p => p.Value).Distinct()];
        return [.. (await rows.BeginAsync(told.Cluster, told.Position, people, ct)).Select(person => new MailNotice(told.Cluster, told.Position, person))];
    }

    /// <summary>Where the database is away, it waits.</summary>
    public static void Configure(HandlerChain chain) => chain.OnException<NpgsqlException>().ScheduleRetryIndefinitely(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10));

    /// <summary>Who was called by the notice sent last, as an act at a position left it.</summary>
    public static IReadOnlyList<Domain.People.PersonId> Called(ClusterHistory history, long position) =>
        history.Acts[(int)position - 1].Event is MeetingEvent act && history.AtPosition(position).PlannedMeetings[act.Meeting].Notice is { } notice ? notice.To : [];
}
