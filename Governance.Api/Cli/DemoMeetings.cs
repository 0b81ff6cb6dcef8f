using Governance.Api.Clusters;
using Governance.Api.Features.Meetings.Items;
using Governance.Api.Features.Meetings.Minutes;
using Governance.Api.Features.Meetings.Notices;
using Governance.Api.Features.Meetings.Planning;
using Governance.Api.Features.Meetings.Sitting;
using Governance.Domain.Meetings;

namespace Governance.Api.Cli;

/// <summary>The meetings of the demo: one ahead, one held with approved minutes, and the year's three conferences. That the panel was constituted on that day is known; hours and people are made up, and the minutes say so.</summary>
internal static class DemoMeetings
{
    private const string Cluster = "alrek";
    private static readonly DateOnly constituted = new(2023, 3, 29);
    private static readonly (string Name, int Month)[] conferences = [("Digital helse-dager", 5), ("Studentkonferansen", 6), ("Alrekdagene", 9)];

    /// <param name="invoke">Has a command carried out.</param>
    public static async Task HoldAsync(IServiceProvider services, Func<ClusterCommand, Task<WriteOutcome>> invoke, CancellationToken ct)
    {
        var open = new Demonstration(services, invoke);
        await HeldAsync(open, ct);
        var today = open.Get<Calendar>().Today((await open.Get<ClusterCache>().NewestAsync(Cluster, ct)).History);
        await AheadAsync(open, today.AddDays(14), ct);
        foreach (var (name, month) in conferences)
        {
            var day = new DateOnly(month > today.Month ? today.Year : today.Year + 1, month, 15);
            await PlanAsync(open, new("Styringsgruppe", day, new(9, 0), new(15, 0), name, Place: "Dag og sted fastsettes"));
        }
    }

    private static async Task HeldAsync(Demonstration open, CancellationToken ct)
    {
        var id = await PlanAsync(open, new("Brukerpanel", constituted, new(12, 0), new(14, 0)));
        var live = await open.Get<ClusterCache>().NewestAsync(Cluster, ct);
        var called = Invited.Of(live.History, live.History.PlannedMeetings[id], new HashSet<Domain.People.PersonId>());
        var present = called.Where(c => c.Votes).Select(c => c.Person).Skip(1).ToList();
        await WriteAsync(open, id, p => called is [var away, ..] ? p.With(new Absence(away.Person, null)) : p, ct);
        await WriteAsync(open, id, p => present.Aggregate(p, (so, person) => so.With(new Press(person, new(12, 0), true))), ct);
        await WriteAsync(open, id, p => p.With(Item(open, ItemKind.Information, "Konstituering av det nye panelet") with
        {
            Text = "Medlemmene kommer heretter gjennom partnernes etablerte brukerutvalg.",
            Outcome = ItemOutcome.Noted,
            Conclusion = "Panelet er konstituert. Fire medlemmer fortsetter.",
        }) with
        { Remarks = "Klokkeslett, frammøte og navn er oppdiktet." }, ct);
        await RecordAsync(open, new SendNotice(Request, id, null, Mail: false));
        await RecordAsync(open, new HoldMeeting(Request, id, new(new(12, 0), new(13, 45))));
        await RecordAsync(open, new ApproveMinutes(Request, id, present, null));
        await RecordAsync(open, new PublishMinutes(Request, id));
    }

    private static async Task AheadAsync(Demonstration open, DateOnly day, CancellationToken ct)
    {
        var id = await PlanAsync(open, new("Styringsgruppe", day, new(12, 0), new(14, 0), Place: "Årstadveien 17"));
        await WriteAsync(open, id, p => p.With(Item(open, ItemKind.Decision, "Årsrapporten til partnermøtet") with { Proposal = "Årsrapporten legges fram for partnermøtet." }).With(Item(open, ItemKind.Discussion, "Brukermedvirkning i satsingene") with { Minutes = 30 }), ct);
        await RecordAsync(open, new SendNotice(Request, id, "Oppdiktet saksliste, til å prøve med.", Mail: false));
    }

    private static WriteRequest Request => new(Cluster, OpenApplication.Actor);

    private static MeetingItem Item(Demonstration open, ItemKind kind, string title) => new(open.Get<Ids>().New(), kind, title);

    private static async Task<MeetingId> PlanAsync(Demonstration open, MeetingPlan plan) => ((MeetingEvent)(await RecordAsync(open, new PlanMeeting(Request, plan))).Act.Event).Meeting;

    private static async Task WriteAsync(Demonstration open, MeetingId id, Func<Proceedings, Proceedings> change, CancellationToken ct) => await open.Get<SavedProceedings>().ChangeAsync(Cluster, id, change, ct);

    private static async Task<WriteOutcome.Recorded> RecordAsync(Demonstration open, ClusterCommand command) =>
        await open.Invoke(command) as WriteOutcome.Recorded ?? throw new InvalidOperationException($"{command} of the demo is refused.");

    private sealed record Demonstration(IServiceProvider Services, Func<ClusterCommand, Task<WriteOutcome>> Invoke)
    {
        public T Get<T>() where T : notnull => Services.GetRequiredService<T>();
    }
}
