using Governance.Api.EventStore;
using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Partners;
using Governance.Domain.People;

namespace Governance.Api.Features.Import.Popolo;

/// <summary>What a cluster has of a document already: by what an earlier import called it, or by our own id.</summary>
internal sealed class PopoloKnown
{
    /// <summary>The scheme under which a person's id in the document is kept.</summary>
    public const string Scheme = "popolo";

    private readonly Dictionary<string, Guid> made = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Guid> persons = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, Person> rows;
    private readonly HashSet<(SeatId, PersonId)> seated = [];
    private readonly Cluster? last;

    /// <param name="people">The rows of its people; those registered later than the history goes are passed over.</param>
    public PopoloKnown(ClusterHistory history, IReadOnlyList<Person> people)
    {
        History = history;
        last = history.AsOf(DateOnly.MaxValue);
        rows = people.ToDictionary(p => p.Id);
        foreach (var decision in history.Decisions.Values.Where(d => d.Annulment is null).OrderBy(d => d.Position))
            foreach (var (fact, name) in decision.Facts.Zip(decision.Current.Refs))
            {
                if (fact.Event is MemberAppointed appointed && IsImport(decision)) seated.Add((appointed.Seat, history.Aliases.GetValueOrDefault(appointed.Person, appointed.Person)));
                foreach (var (key, id) in MadeBy(fact.Event, name).Where(m => m.Key.Contains('/', StringComparison.Ordinal))) made[key] = id;
            }
        foreach (var row in people.Where(p => history.Persons.ContainsKey(new(p.Id)) && p.ExternalIds.ContainsKey(Scheme)))
            persons[row.ExternalIds[Scheme]] = history.Aliases.GetValueOrDefault(new(row.Id), new(row.Id)).Value;
    }

    /// <summary>The cluster as it stands.</summary>
    public ClusterHistory History { get; }

    /// <summary>What earlier imports made, by what they called it.</summary>
    public IReadOnlyDictionary<string, Guid> Made => made;

    /// <summary>Whether an import put a person in a seat.</summary>
    public bool WasImported(SeatId seat, PersonId person) => seated.Contains((seat, person));

    /// <summary>A body or a partner.</summary>
    public Guid? Organization(string id) => Find("organizations", id, known => last?.Bodies.ContainsKey(new(known)) == true || last?.Partners.ContainsKey(new(known)) == true);

    /// <summary>A seat.</summary>
    public Guid? Seat(string list, string id) => Find(list, id, known => last?.SeatBodies.ContainsKey(new(known)) == true);

    /// <summary>A person, as whom they are after merges.</summary>
    public Guid? Person(string id) =>
        persons.TryGetValue(id, out var known) ? known
        : Guid.TryParse(id, out var own) && History.Persons.ContainsKey(new(own)) ? History.Aliases.GetValueOrDefault(new(own), new PersonId(own)).Value : null;

    /// <summary>What is kept of a person that is registered already; null where they were merged into another, whose own it is.</summary>
    public Person? OwnRow(string id) =>
        Person(id) is { } known && rows.GetValueOrDefault(known) is { } row && (row.ExternalIds.GetValueOrDefault(Scheme) == id || row.Id.ToString() == id) ? row : null;

    private Guid? Find(string list, string id, Func<Guid, bool> isThere) =>
        made.TryGetValue(PopoloKeys.Of(list, id), out var known) ? known : Guid.TryParse(id, out var own) && isThere(own) ? own : null;

    private static bool IsImport(RecordedDecision decision) => decision.Current.Head.DecidedByText == PopoloPlan.By;

    private static IEnumerable<(string Key, Guid Id)> MadeBy(FactEvent told, Domain.Decisions.ChangeRef name) => told switch
    {
        BodyEstablished e => [(name.Ref, e.Body.Value)],
        PartnerAdmitted e => [(name.Ref, e.Partner.Value)],
        SeatCreated e => [(name.Ref, e.Seat.Value)],
        MemberAppointed { Personal: not null } e => [(name.Ref, e.Seat.Value)],
        BodyReconstituted e => e.Seats.Zip(name.Seats, (seat, called) => (called, seat.Seat.Value)),
        _ => [],
    };
}
