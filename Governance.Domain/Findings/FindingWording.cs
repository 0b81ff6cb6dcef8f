using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Decisions;
using Governance.Domain.People;
using Governance.Domain.Time;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Domain.Findings;

/// <summary>How the messages name things.</summary>
internal static class FindingWording
{
    public static Phrase Name(this BodyOnDay at) => at.Body.Names.Current.Phrase();

    public static Phrase Phrase(this NamePeriod names) => new(names.Name.Text, (names.NameEn ?? names.Name).Text);

    public static Phrase Name(this BodyOnDay at, PersonId person) => at.Persons.Find(person) switch
    {
        null => Vocabulary.UnknownPerson,
        { Erased: true } => Vocabulary.ErasedPerson,
        { } card => new(card.Name.Text, card.Name.Text),
    };

    /// <summary>What a seat is: its title or role, and whom it represents or stands in for.</summary>
    public static Phrase Name(this BodyOnDay at, Seat seat)
    {
        var role = seat.Description.Title is { } title ? new Phrase(title, title) : Vocabulary.Of(seat.Role);
        var whom = at.Represented(seat.Description.Represents)
            ?? (seat.Description.DeputyFor is { } principal && at.Body.Seat(principal) is { } other ? at.Name(other) : null);
        return whom is { } of ? new($"{role.Nb} for {of.Nb}", $"{role.En} for {of.En}") : role;
    }

    public static Phrase Date(PartialDate date) => new(Wording.Date(date, Language.Nb), Wording.Date(date, Language.En));

    public static Phrase Count(int number, Phrase one, Phrase many) => new(Wording.Count(number, one, many, Language.Nb), Wording.Count(number, one, many, Language.En));

    public static Phrase Seats(int number) => Count(number, new("plass", "seat"), new("plasser", "seats"));

    public static Phrase List(IEnumerable<Phrase> items)
    {
        var all = items.ToList();
        return new(Wording.List([.. all.Select(p => p.Nb)], Language.Nb), Wording.List([.. all.Select(p => p.En)], Language.En));
    }

    /// <summary>A decision by its title, and its case number if it has one.</summary>
    public static Phrase Decision(DecisionHead head)
    {
        var number = head.CaseNumber is null ? "" : $" {head.CaseNumber}";
        return new($"Vedtak{(number.Length == 0 ? "et" : number)} «{head.Title}»", $"{(number.Length == 0 ? "The decision" : $"Decision{number}")} '{head.Title}'");
    }

    private static Phrase? Represented(this BodyOnDay at, Represents? represents) => represents switch
    {
        { Partner: { } partner } when at.Cluster.Partners.TryGetValue(partner, out var found) => found.Names.Current.Phrase(),
        { Body: { } body } when at.Cluster.Bodies.TryGetValue(body, out var found) => found.Names.Current.Phrase(),
        { Outside: { } name } => new(name, name),
        _ => null,
    };
}
