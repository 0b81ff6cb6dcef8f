using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Decisions;
using Governance.Domain.Mandates;
using Governance.Domain.Partners;
using Governance.Domain.Time;
using Governance.Domain.Values;
using static Governance.Tests.Domain.Told;

namespace Governance.Tests.Domain.Changes;

/// <summary>A small cluster in 2019, and one change of every type that it can take in 2020.</summary>
internal static class EveryChange
{
    public static Scenario World()
    {
        var told = new Scenario();
        var (kari, ola) = (told.Person(), told.Person());
        told.Record("2016",
            Establish("Styret", called: "top"), Establish("Rådet", under: "#top"), Establish("Nedlagt", called: "gone"), Dissolve("#gone").From("2018"),
            Adopt("#top", "Styre"), Admit("Universitetet"), Seat("#top", SeatRole.Chair, called: "chair"), Seat("#top", SeatRole.Member),
            Appoint(Known(kari), "#chair", through: "2021"), Appoint(Known(ola), "#top", SeatRole.Secretary), new GrantLeave(Body: "#top", Role: SeatRole.Secretary, Person: Known(ola)));
        return told;
    }

    public static IEnumerable<Change> In(Scenario told)
    {
        var chair = told.Seat("Styret", SeatRole.Chair).Id.ToString();
        var secretary = Known(told.Holder("Styret", SeatRole.Secretary)!.Person);
        return
        [
            Establish("Panelet", under: "Styret"), Reestablish("Nedlagt"), Rename("Rådet", "Utvalget"), new ReclassifyBody("Rådet", BodyKind.Council), Move("Rådet", under: null), Dissolve("Rådet"),
            Adopt("Rådet", "Råde"), new ExtendMandate("Styret", DueOn: Date("2022")), new ConcludeMandate("Styret"), new RepealMandate("Styret"),
            Seat("Rådet", SeatRole.Member), new ChangeSeat(chair, Title: "Styreleder"), new AbolishSeat(chair), Appoint(New("Nils"), "Styret", SeatRole.Member),
            new ExtendAppointment(Date("2024"), Body: "Styret", Role: SeatRole.Secretary, Person: secretary), End(chair), new GrantLeave(chair, Substitute: New("Vikar")), new EndLeave(Body: "Styret", Role: SeatRole.Secretary, Person: secretary), Reconstitute("Styret", new ListedSeat(SeatRole.Chair)),
            new SetCompositionRules("Styret", MaxSeats: 7), Admit("Kommunen"), new RenamePartner("Universitetet", Name.Of("UiB")), new WithdrawPartner("Universitetet"),
            new RenameCluster(Name.Of("Alrek")), new AdoptStrategy("Mot 2026", ["Forskning"]),
        ];
    }

    private static PartialDate Date(string text) => PartialDate.Parse(text);
}
