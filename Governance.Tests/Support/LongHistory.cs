using Governance.Api.Clusters;
using Governance.Api.EventStore;
using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Decisions;
using Governance.Domain.Mandates;
using Governance.Domain.Partners;
using Governance.Domain.People;
using Governance.Domain.Values;

namespace Governance.Tests.Support;

/// <summary>A cluster's register as long as one likes, two ordinary decisions a day: ten bodies of eight seats change hands, names and mandates, and partners come and go.</summary>
public sealed class LongHistory(string cluster)
{
    private const int Bodies = 10, Seats = 8;
    private static readonly DateOnly Founded = new(1900, 1, 1);

    private readonly Func<Guid> ids = Ids.From(System.Text.Encoding.UTF8.GetBytes(cluster));
    private readonly List<BodyId> bodies = [];
    private readonly List<(SeatId Seat, PersonId Person)[]> seats = [];
    private PartnerId? guest;

    /// <summary>The day of the n-th decision.</summary>
    public static DateOnly Day(int n) => Founded.AddDays(n / 2);

    /// <summary>The first of its bodies, once it is appended.</summary>
    public Guid Body => bodies[0].Value;

    /// <summary>A seat of that body.</summary>
    public Guid Seat => seats[0][0].Seat.Value;

    /// <summary>Appends about so many events to a log.</summary>
    /// <returns>How many there are.</returns>
    public async Task<long> AppendAsync(EventLog log, int events)
    {
        var appending = new Appending(new WriteRequest(cluster, "test"), LiveCluster.Empty(cluster), new Ids(TimeProvider.System));
        var acts = new List<Act>();
        var count = 0L;
        foreach (var write in Writes())
        {
            acts.Add(appending.Next(write));
            count += write.Facts.Length + 1;
            if (count >= events) break;
        }
        (await log.AppendAsync(acts)).Should().BeOfType<AppendOutcome.Recorded>();
        return count;
    }

    private IEnumerable<Verdict.Write> Writes()
    {
        yield return new(new ClusterFounded(Name.Of("Klyngen"), null, Founded, "Europe/Oslo", null, null), []);
        yield return Decision(1, [.. Enumerable.Range(0, Bodies).SelectMany(Established)]);
        for (var n = 2; ; n++) yield return Decision(n, [.. Changes(n)]);
    }

    private IEnumerable<FactEvent> Established(int n)
    {
        var body = new BodyId(ids());
        bodies.Add(body);
        seats.Add([.. Enumerable.Range(0, Seats).Select(_ => (new SeatId(ids()), new PersonId(ids())))]);
        yield return new BodyEstablished(body, BodyKind.Committee, Name.Of($"Utvalg {n}"), null, n == 0 ? null : bodies[0], [], [], Visibility.Public);
        yield return new BodyReconstituted(body, [.. seats[n].Select((s, i) => new ReconstitutedSeat(s.Seat, new(i == 0 ? SeatRole.Chair : SeatRole.Member), s.Person, null))]);
    }

    private IEnumerable<FactEvent> Changes(int n)
    {
        var (of, at) = (n / 10 % Bodies, n / 100 % Seats);
        var (body, (seat, person)) = (bodies[of], seats[of][at]);
        switch (n % 10)
        {
            case 0: return [new BodyRenamed(body, Name.Of($"Utvalg {of} i form {n}"), null)];
            case 1 or 2: return [new MandateAdopted(body, ["Fremme samarbeid mellom partnerne", "Følge opp tiltakene i planen", $"Melde tilbake om sak {n}"], "Rådgivende", null, null, null)];
            case 3 or 4 or 5:
                var next = new PersonId(ids());
                seats[of][at] = (seat, next);
                return [new AppointmentEnded(body, seat, person, null), new MemberAppointed(body, seat, next, null, null, null)];
            case 6: return [new SeatChanged(body, seat, new(Title: $"Medlem {n}"))];
            case 7: return [new AppointmentExtended(body, seat, person, Day(n + 2_000))];
            case 8 when guest is { } partner:
                guest = null;
                return [new PartnerWithdrawn(partner, null)];
            case 8:
                guest = new PartnerId(ids());
                return [new PartnerAdmitted(guest.Value, Name.Of($"Partner {n}"), null, PartnerKind.Company, null)];
            default: return [];
        }
    }

    private Verdict.Write Decision(int n, FactEvent[] changes)
    {
        var id = new DecisionId(ids());
        var head = new DecisionHead($"{n}", $"Sak {n}: endringer i organiseringen", "Saken ble lagt frem av sekretariatet, og forslaget ble vedtatt mot ingen stemmer.", n == 1 ? null : bodies[0], n == 1 ? "Partnerne" : null, Day(n), null, null, [], [], Visibility.Public, null);
        var registered = changes.Select(c => c is MemberAppointed appointed ? appointed.Person : default).Where(p => p != default);
        return new(new DecisionRecorded(id, head, [.. registered], [.. changes.Select((_, i) => new ChangeRef($"c{i + 1}", []))]), [.. changes.Select((c, i) => new Fact(id, 1, 0, i + 1, Day(n), Day(n), c))]);
    }
}
