using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Decisions;
using Governance.Domain.Mandates;
using Governance.Domain.Partners;
using Governance.Domain.People;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Tests.Domain;

/// <summary>Decisions by chance about whatever a scenario has come to: many of them hold, some are refused.</summary>
/// <param name="days">On how many days all of it happens; null for any number.</param>
internal sealed class AnyDecision(Scenario told, Random chance, int? days = null)
{
    private static readonly string[] Days = ["2016", "2017-03", "2018-01-01", "2018-08-15", "2019", "2020-06", "2021-05-05", "2022-06-15", "2023", "2028-01-01"];
    private int made;
    private Cluster state = null!;

    /// <summary>A cluster in which there is something to decide on.</summary>
    public static Scenario Beginning()
    {
        var told = new Scenario();
        told.Record("2016",
            Told.Establish("Styret", called: "top"), Told.Establish("Rådet", under: "#top", called: "a"), Told.Establish("Panelet", under: "#top", called: "b"), Told.Establish("Forum"),
            Told.Adopt("#top", "Styre"), Told.Adopt("#a", "Råde"), Told.Admit("Kommunen"), Told.Admit("Universitetet"),
            Told.Seat("#top", SeatRole.Chair, called: "chair"), Told.Seat("#top", SeatRole.Member), Told.Seat("#b", SeatRole.Member, represents: "Kommunen"),
            Told.Appoint(Told.New("Kari"), "#chair"), Told.Appoint(Told.New("Ola"), "#b", SeatRole.Observer));
        return told;
    }

    public static Scenario History(int seed, int decisions, int? days = null)
    {
        var told = Beginning();
        var any = new AnyDecision(told, new Random(seed), days);
        for (var i = 0; i < decisions; i++)
            if (told.Register().Record(any.Next()) is DecisionOutcome.Accepted accepted) told.Enter(accepted.Entry);
        return told;
    }

    public Decision Next()
    {
        var decided = Day();
        state = told.History.AsOf(decided.Last)!;
        var changes = Enumerable.Range(0, chance.Next(1, 4)).Select(_ => Timed(Change())).ToList();
        return new(null, "Vedtak", decided, DecidedByText: "Partnerne", Changes: changes, Visibility: Maybe(Visibility.Internal));
    }

    /// <summary>One of a few days on which much happens, or any.</summary>
    private PartialDate Day() => days is not null || chance.Next(2) == 0 ? PartialDate.Parse(Pick(Days[..(days ?? ^1)])) : new DateOnly(2016, 1, 1).AddDays(chance.Next(3900));

    private Change Timed(Change change) => chance.Next(8) == 0 ? change with { EffectiveFrom = PartialDate.Parse(Pick(Days[..(days ?? ^0)])) } : change;

    private Change Change() => chance.Next(24) switch
    {
        0 or 1 => new EstablishBody(Kind(), NewName(), Maybe(NewName()), MaybeBody(), MaybeBodies(), MaybeBodies(), Maybe(Visibility.Internal)) { Ref = NewRef() },
        2 => new ReestablishBody(Gone(), Maybe(NewName())),
        3 => new RenameBody(Body(), NewName(), Maybe(NewName())),
        4 => new ReclassifyBody(Body(), Kind(), Maybe(Visibility.Internal)),
        5 => new MoveBody(Body(), chance.Next(2) == 0 ? default : new(MaybeBody()), new(MaybeBodies())),
        6 => new DissolveBody(Body(), "Ferdig", MaybeBodies()),
        7 => new AdoptMandate(Body(), ["Et punkt"], "Formål", MaybeDay("2029"), "Rapport", MaybeDay("2030")),
        8 => new ExtendMandate(Body(), PartialDate.Parse("2031"), MaybeDay("2032")),
        9 => new ConcludeMandate(Body(), "https://eksempel.no"),
        10 => new RepealMandate(Body()),
        11 or 12 => new CreateSeat(Body(), Role(), Maybe("Klyngeleder"), Maybe(true), Order(), Represents(), ExOfficio: Office(), UserRepresentative: Maybe(true), HeldByOrganisation: Maybe(true)) { Ref = NewRef() },
        13 => new ChangeSeat(Seat(), Title: new(Maybe("Tittel")), Represents: new(Represents()), Order: Order() is { } n ? new(n) : default),
        14 => new AbolishSeat(Seat()),
        15 or 16 => new Appoint(Person(), Body(), Role(), Represents: Represents(), Title: Maybe("Tittel"), TermThrough: MaybeDay("2029-05")) { Ref = NewRef() },
        17 => new Appoint(Person(), Seat: Seat(), TermThrough: MaybeDay("2030")),
        18 => new ExtendAppointment(PartialDate.Parse("2033"), Seat()),
        19 => chance.Next(3) switch
        {
            0 => new GrantLeave(Seat(), Substitute: chance.Next(2) == 0 ? Person() : null),
            1 => new EndLeave(OnLeave()),
            _ => new EndAppointment(Seat(), Reason: EndReason.Resigned) { LastDay = MaybeDay("2024") },
        },
        20 => new ReconstituteBody(Body(), [new(SeatRole.Chair, NewRef(), Person: Person(), TermThrough: MaybeDay("2030")), new(SeatRole.Member, Represents: Represents()), new(SeatRole.Deputy, Person: Person())]),
        21 => new SetCompositionRules(Body(), MaxSeats: 9, CarryOver: Maybe(false), TermLength: new TermLength(1, 0, 0)),
        22 => chance.Next(3) switch
        {
            0 => new AdmitPartner(NewName(), PartnerKind.Company, Maybe(NewName())) { Ref = NewRef() },
            1 => new RenamePartner(Partner(), NewName()),
            _ => new WithdrawPartner(Partner(), "Ut"),
        },
        _ => chance.Next(2) == 0 ? new RenameCluster(NewName()) : new AdoptStrategy("Strategi", ["Forskning"], MaybeDay("2030")),
    };

    private T Pick<T>(params IReadOnlyList<T> items) => items[chance.Next(items.Count)];

    private T? Maybe<T>(T value) where T : class => chance.Next(3) == 0 ? value : null;

    private Visibility? Maybe(Visibility value) => chance.Next(6) == 0 ? value : null;

    private bool? Maybe(bool value) => chance.Next(3) == 0 ? value : null;

    private PartialDate? MaybeDay(string text) => chance.Next(2) == 0 ? PartialDate.Parse(text) : null;

    private int? Order() => chance.Next(4) == 0 ? chance.Next(1, 9) : null;

    private BodyKind Kind() => Pick(Enum.GetValues<BodyKind>());

    private SeatRole Role() => Pick(SeatRole.Chair, SeatRole.Member, SeatRole.Observer);

    private Name NewName() => Name.Of($"Navn {chance.Next(40)}");

    private string NewRef() => $"r{++made}";

    private string Body() => One(state.Living.Select(b => b.Id.ToString()).Concat(Mine()));

    private IEnumerable<string> Mine() => chance.Next(8) == 0 ? [$"#r{made}"] : [];

    private string Gone() => One(state.Bodies.Values.Where(b => !b.IsLiving).Select(b => b.Id.ToString()));

    private string? MaybeBody() => chance.Next(2) == 0 ? Body() : null;

    private IReadOnlyList<string> MaybeBodies() => chance.Next(4) == 0 ? [Body()] : [];

    private string Partner() => One(state.Partners.Keys.Select(p => p.ToString()).Concat(Mine()));

    private string Seat() => One(state.Living.SelectMany(b => b.Seats).Select(s => s.Id.ToString()).Concat(Mine()));

    private string OnLeave() =>
        state.Living.SelectMany(b => b.Seats).Where(s => s.Holders.Any(h => h.Leave is not null)).Select(s => s.Id.ToString()).FirstOrDefault() ?? Seat();

    private ExOfficioSeat? Office() => chance.Next(6) == 0 ? new(Body(), SeatRole.Chair, Maybe(true)) : null;

    private string? Represents() => chance.Next(5) switch { 0 => Partner(), 1 => Body(), 2 => "FFO Vestland", _ => null };

    private PersonReference Person() => chance.Next(2) == 0 || told.History.Persons.IsEmpty
        ? new PersonReference.New(NewName())
        : new PersonReference.Existing(One(told.History.Persons.Keys.Select(p => p.ToString())));

    private string One(IEnumerable<string> items) => items.Order(StringComparer.Ordinal).ToList() is [_, ..] some ? Pick(some) : "ingen";
}
