using Governance.Domain.Decisions;
using Governance.Domain.Findings;
using Governance.Domain.People;
using Governance.Domain.Values;

namespace Governance.Tests.Domain.Findings;

/// <summary>A story with its people, and what is reported of it.</summary>
internal sealed class Reporting
{
    private readonly Dictionary<PersonId, PersonCard> cards = [];

    public Scenario Story { get; } = new();

    public Persons Persons => Persons.Of(cards.Values);

    public Entry Record(string on, params Change[] changes) => Record(Scenario.Decided(on, changes));

    public Entry Record(Decision decision)
    {
        var entry = Story.Record(decision);
        foreach (var person in entry.Persons) cards[person.Id] = new(person.Id, person.Name, []);
        return entry;
    }

    /// <summary>A person by name: registered the first time, known after that.</summary>
    public PersonReference Person(string name) =>
        cards.Values.FirstOrDefault(c => c.Name.Text == name) is { } known ? new PersonReference.Existing(known.Id.ToString()) : New(name);

    public static PersonReference New(string name) => new PersonReference.New(Name.Of(name));

    public void Know(string name, Func<PersonCard, PersonCard> more)
    {
        var card = cards.Values.First(c => c.Name.Text == name);
        cards[card.Id] = more(card);
    }

    public PersonId IdOf(string name) => cards.Values.First(c => c.Name.Text == name).Id;

    public FindingList On(string day) => FindingList.Of(Story.History, DateOnly.ParseExact(day, "yyyy-MM-dd"), Persons);

    /// <summary>The open findings of one kind on a day.</summary>
    public IReadOnlyList<Finding> Of(FindingCode code, string day) => [.. On(day).Open.Where(f => f.Code == code)];

    /// <summary>The one finding of a kind on a day.</summary>
    public Finding One(FindingCode code, string day) => Of(code, day).Should().ContainSingle().Subject;

    /// <summary>Expects one finding of a kind, first on a certain day, that says this.</summary>
    public Finding Expect(FindingCode code, string since, string day, string nb, string en)
    {
        var finding = One(code, day);
        finding.Message.Should().Be(new Phrase(nb, en));
        finding.Since.ToString().Should().Be(since);
        return finding;
    }
}
