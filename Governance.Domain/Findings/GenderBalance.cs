using Governance.Domain.Composition;
using Governance.Domain.Values;

namespace Governance.Domain.Findings;

/// <summary>Too many of one gender by the Norwegian legal table, among members and among deputies apart. Who is unknown is not counted.</summary>
internal sealed class GenderBalance() : BodyRule(FindingCode.GenderBalance)
{
    private const string Members = "members", Deputies = "deputies";

    protected override bool Alone => false;

    /// <summary>Most of one gender among so many; fewer than three may be as they like.</summary>
    public static int MostOfOneGender(int count) => count switch
    {
        < 3 => count,
        3 or 4 => 2,
        5 or 6 => 3,
        7 => 4,
        8 => 5,
        _ => count * 6 / 10,
    };

    public override IEnumerable<Subject> Broken(BodyOnDay at) =>
        !at.Body.Rules.GenderBalance ? [] :
        from kind in (string[])[Members, Deputies]
        let count = Count(at, kind)
        where count.Most > MostOfOneGender(count.All)
        select new Subject { Body = at.Body.Id, Detail = kind };

    public override Phrase Tell(BodyOnDay at, Subject subject)
    {
        var (all, most) = Count(at, subject.Detail!);
        var who = subject.Detail == Members ? new Phrase("medlemmene", "members") : new Phrase("varaene", "deputies");
        var body = at.Name();
        return new(
            $"Av de {all} {who.Nb} i {body.Nb} med kjent kjønn er {most} av samme kjønn; høyst {MostOfOneGender(all)} kan være det.",
            $"Of the {all} {who.En} of {body.En} whose gender is known, {most} are of one gender; at most {MostOfOneGender(all)} may be.");
    }

    private static (int All, int Most) Count(BodyOnDay at, string kind)
    {
        var held = kind == Members ? at.Held.Where(s => BodyOnDay.IsMember(s.Seat)) : at.Held.Where(s => s.Seat.Role == SeatRole.Deputy);
        var genders = held.Select(s => s.Holder.Person).Distinct().Select(p => at.Persons.Find(p)?.Gender).Where(g => g is not null).CountBy(g => g!.Value).ToList();
        return (genders.Sum(g => g.Value), genders.Select(g => g.Value).DefaultIfEmpty().Max());
    }
}
