namespace Governance.Domain.Views;

/// <summary>A seat that stands otherwise: in what it is, in whom it is for, or in the term of whoever holds it. Absent on the side where it is not.</summary>
public sealed record SeatChange(SeatOnDay? Before, SeatOnDay? After, string Sentence);

/// <summary>How the seats of a body that is there on both sides differ, besides who came, left or changed role.</summary>
internal sealed class SeatsCompared(Sides sides, IReadOnlySet<People.PersonId> told)
{
    public IReadOnlyList<SeatChange> Changes(BodyOnDay was, BodyOnDay now)
    {
        var (before, after) = (was.Seats.ToDictionary(s => s.Id), now.Seats.ToDictionary(s => s.Id));
        return [
            .. now.Seats.Where(s => before.TryGetValue(s.Id, out var old) && !Same(old, s)).Select(s => Changed(now, before[s.Id], s)).OfType<SeatChange>(),
            .. now.Seats.Where(s => !before.ContainsKey(s.Id) && !IsTold(s)).Select(s => new SeatChange(null, s, View.Say($"{sides.Title(now)} fikk en plass som {Place(s)}.", $"{sides.Title(now)} got a seat as {Place(s)}."))),
            .. was.Seats.Where(s => !after.ContainsKey(s.Id) && !IsTold(s)).Select(s => new SeatChange(s, null, View.Say($"{sides.Title(now)} har ikke lenger en plass som {Place(s)}.", $"{sides.Title(now)} no longer has a seat as {Place(s)}.")))];
    }

    private Viewpoint View => sides.To;

    private bool IsTold(SeatOnDay seat) => seat.Holder?.Id is { } person && told.Contains(person);

    /// <summary>What a partner or body is called that day is told of itself; how soon a term ends is no difference.</summary>
    private static bool Same(SeatOnDay a, SeatOnDay b) => Plain(a) == Plain(b);

    private static SeatOnDay Plain(SeatOnDay seat) => seat with { Status = default, Represents = Nameless(seat.Represents), HeldBy = Nameless(seat.HeldBy) };

    private static RepresentedOnDay? Nameless(RepresentedOnDay? whom) => whom is null || (whom.Partner is null && whom.Body is null) ? whom : whom with { Name = "" };

    private SeatChange? Changed(BodyOnDay body, SeatOnDay was, SeatOnDay now)
    {
        List<string> clauses = [];
        if (was.Role != now.Role || was.Title != now.Title) Add(true, $"er nå {Word(now)}, før {Word(was)}", $"is now {Word(now)}, formerly {Word(was)}");
        Add(was.Votes != now.Votes, now.Votes ? "har stemmerett" : "har ikke lenger stemmerett", now.Votes ? "has a vote" : "no longer has a vote");
        if (was.Represents?.ToString() != now.Represents?.ToString() && Plain(was).Represents != Plain(now).Represents)
            Add(true, now.Represents is { } whom ? $"er nå for {whom.Name}" : "er ikke lenger for noen bestemt", now.Represents is { } one ? $"is now for {one.Name}" : "is no longer for anyone in particular");
        Add(was.DeputyFor != now.DeputyFor, now.DeputyFor is null ? "er ikke lenger vara for en plass" : "er vara for en annen plass", now.DeputyFor is null ? "no longer stands in for a seat" : "stands in for another seat");
        Add(was.ExOfficio != now.ExOfficio, now.ExOfficio is null ? "følger ikke lenger et verv" : "følger et annet verv", now.ExOfficio is null ? "no longer goes with an office" : "goes with another office");
        Add(was.UserRepresentative != now.UserRepresentative, now.UserRepresentative ? "er for en brukerrepresentant" : "er ikke lenger for en brukerrepresentant", now.UserRepresentative ? "is for a user representative" : "is no longer for a user representative");
        Add(was.Order != now.Order, "står et annet sted i rekkefølgen", "stands elsewhere in the order");
        Add(was.HeldBy is null != now.HeldBy is null, now.HeldBy is { } holds ? $"holdes av {holds.Name}" : "holdes ikke lenger av en organisasjon", now.HeldBy is { } has ? $"is held by {has.Name}" : "is no longer held by an organisation");
        Held(was.Holder, now.Holder, IsTold(was) || IsTold(now));
        Add(was.Leave != now.Leave, now.Leave is { Acting: { } acting } ? $"har permisjon, og {Acting(acting)} møter" : now.Leave is null ? "har ikke lenger permisjon" : "har permisjon",
            now.Leave is { Acting: { } acts } ? $"is on leave, and {Acting(acts)} acts" : now.Leave is null ? "is no longer on leave" : "is on leave");
        return clauses.Count == 0 ? null : new(was, now, View.Say($"Plassen som {Place(now)} i {sides.Title(body)} {Wording.List(clauses, View.Language)}.", $"The seat as {Place(now)} of {sides.Title(body)} {Wording.List(clauses, View.Language)}."));

        void Add(bool so, string nb, string en)
        {
            if (so) clauses.Add(View.Say(nb, en));
        }

        void Held(HolderOnDay? before, HolderOnDay? after, bool isTold)
        {
            if (before is null || after is null || before.Id != after.Id)
            {
                Add(!isTold && before != after, after is null ? "er ledig" : $"har {Name(after)}", after is null ? "is vacant" : $"has {Name(after)}");
                if (before is null || after is null) return;
            }
            else
            {
                Add(before.ValidFrom != after.ValidFrom || before.Since != after.Since, $"er besatt på nytt fra {Day(after.ValidFrom)}", $"is held anew from {Day(after.ValidFrom)}");
                Add((before.Title, before.Organisation) != (after.Title, after.Organisation), $"har {Name(after)} med annen tittel eller annet arbeidssted", $"has {Name(after)} with another title or organisation");
            }
            Add(before.TermThrough != after.TermThrough, after.TermThrough is { } last ? $"har periode til og med {Day(last)}{(before.TermThrough is { } old ? $", før {Day(old)}" : "")}" : "har ingen periode",
                after.TermThrough is { } end ? $"has a term through {Day(end)}{(before.TermThrough is { } earlier ? $", formerly {Day(earlier)}" : "")}" : "has no term");
            Add(before.TermThrough == after.TermThrough && before.TermSource != after.TermSource, "har en periode som er satt på en annen måte", "has a term that is set in another way");
            Add(before.Id == after.Id && before.ValidThrough != after.ValidThrough, after.ValidThrough is { } until ? $"er besatt til og med {Day(until)}" : "er besatt inntil videre", after.ValidThrough is { } gone ? $"is held through {Day(gone)}" : "is held until further notice");
        }
    }

    private string Name(HolderOnDay holder) => holder.Name ?? Vocabulary.UnlistedPerson.In(View.Language);

    private string Acting(ActingOnDay acting) => acting.Name ?? Vocabulary.UnlistedPerson.In(View.Language);

    private string Day(Time.PartialDate date) => Wording.Date(date, View.Language);

    private string Word(SeatOnDay seat) => seat.Title ?? Vocabulary.Of(seat.Role).In(View.Language);

    private string Place(SeatOnDay seat) => Word(seat) + (seat.Represents is { } whom ? $" for {whom.Name}" : "");
}
