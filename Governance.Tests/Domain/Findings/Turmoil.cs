using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Decisions;
using Governance.Domain.Mandates;
using Governance.Domain.Partners;
using Governance.Domain.People;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Tests.Domain.Findings;

/// <summary>A cluster to which anything happens on any day, in any order, as a seed has it; what the rules refuse does not happen.</summary>
internal sealed class Turmoil(int seed)
{
    private static readonly string[] Names = ["Styringsgruppe", "Arbeidsgruppe", "Partnermøte", "Brukerpanel"];
    private static readonly string[] People = ["Ada", "Bo", "Cato", "Dina"];
    private readonly Random random = new(seed);
    private readonly Dictionary<string, PersonCard> known = [];

    public static DateOnly First { get; } = new(2020, 1, 1);

    public Scenario Story { get; } = new();

    public Persons Persons => Persons.Of(known.Values);

    /// <summary>Makes three bodies and two partners, then as many attempts; <paramref name="recorded"/> sees the history before each that held.</summary>
    public void Happen(int attempts, Action<ClusterHistory> recorded)
    {
        Story.Record("2020-01-01", [
            .. Names.Take(3).Select(n => new EstablishBody(BodyKind.Board, Name.Of(n))),
            new AdmitPartner(Name.Of("Kommunen"), PartnerKind.Municipality), new AdmitPartner(Name.Of("Universitetet"), PartnerKind.University)]);
        for (var i = 0; i < attempts; i++)
        {
            var before = Story.History;
            if (!Try(Scenario.Decided(Day().ToString(), [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => Change())]) with { DecidedBy = random.Next(3) == 0 ? Body() : null })) continue;
            recorded(before);
        }
    }

    private bool Try(Decision decision)
    {
        if (new Register(Story.History, Scenario.Today, Story.NewId).Record(decision) is not DecisionOutcome.Accepted) return false;
        foreach (var person in Story.Record(decision).Persons)
            known[person.Name.Text] = new(person.Id, person.Name, []) { Gender = person.Name.Text == "Cato" ? Gender.Male : Gender.Female };
        return true;
    }

    private Change Change()
    {
        Change change = random.Next(14) switch
        {
            0 => new RenameBody(Body(), Name.Of(OneOf(Names))),
            1 => new AdoptMandate(Body(), [$"Oppnevnt av {OneOf(Names)}n"], ValidThrough: Later(), DueOn: Later()),
            2 or 3 or 4 => new Appoint(Person(), Body(), OneOf(Enum.GetValues<SeatRole>()), Represents: random.Next(3) == 0 ? Partner() : null, TermThrough: Later()),
            5 => new CreateSeat(Body(), OneOf(Enum.GetValues<SeatRole>()), Represents: random.Next(2) == 0 ? Partner() : null),
            6 => new CreateSeat(Body(), SeatRole.Member, ExOfficio: new(Body(), SeatRole.Chair, Maybe())),
            7 => new AbolishSeat(Seat()),
            8 => random.Next(2) == 0 ? new EndAppointment(Seat()) : new GrantLeave(Seat()),
            9 => new ExtendAppointment(Day(), Seat()),
            10 => new SetCompositionRules(
                Body(), CoChairs: Maybe(), MinSeats: random.Next(4), MaxSeats: random.Next(4), MaxTerms: 1, MaxObservers: random.Next(2), MinUserRepresentatives: random.Next(2),
                GenderBalance: Maybe(), CarryOver: Maybe()),
            11 => random.Next(2) == 0 ? new DissolveBody(Body()) : new WithdrawPartner(Partner()),
            12 => new ReestablishBody(Body()),
            _ => new ReconstituteBody(Body(), [
                new(SeatRole.Chair, Represents: Partner(), Person: Person(), TermThrough: Later()), new(SeatRole.Member, UserRepresentative: true),
                .. People.Select(p => new ListedSeat(SeatRole.Member, Person: Person(p)))]),
        };
        return random.Next(4) == 0 ? change with { EffectiveFrom = Day() } : change;
    }

    private PartialDate Day() => PartialDate.Of(First.AddDays(random.Next(300)), random.Next(5) == 0 ? Precision.Month : Precision.Day);

    private PartialDate? Later() => random.Next(4) == 0 ? null : Day();

    private bool? Maybe() => random.Next(3) switch { 0 => null, 1 => true, _ => false };

    private PersonReference Person(string? named = null)
    {
        var name = named ?? OneOf(People);
        return known.TryGetValue(name, out var card) ? new PersonReference.Existing(card.Id.ToString()) : Reporting.New(name);
    }

    private Cluster Last => Story.History.AsOf(DateOnly.MaxValue)!;

    private string Body() => OneOf([.. Last.Bodies.Keys.OrderBy(b => b.Value)]).ToString();

    private string Partner() => OneOf([.. Last.Partners.Keys.OrderBy(b => b.Value)]).ToString();

    private string Seat() => Last.SeatBodies.IsEmpty ? "" : OneOf([.. Last.SeatBodies.Keys.OrderBy(b => b.Value)]).ToString();

    private T OneOf<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
