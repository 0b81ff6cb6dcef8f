using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Decisions.Mapping;
using Governance.Domain.People;
using Governance.Domain.Values;

namespace Governance.Domain.Decisions;

/// <summary>Turns what is stored of a decision back into the form it is handed in: ids for names, every change with its ref. Handing it in as a correction gives the same facts with the same ids.</summary>
public sealed class Recall
{
    private readonly Func<BodyId, bool> sees;
    private readonly Func<PersonId, PersonReference> person;

    private Recall(Func<BodyId, bool> sees, Func<PersonId, PersonReference> person) => (this.sees, this.person) = (sees, person);

    /// <summary>All of a revision.</summary>
    public static Decision Of(Revision revision) => Of(revision, _ => true, Known);

    /// <summary>A revision without the changes to bodies that may not be seen, and without mention of them.</summary>
    public static Decision Of(Revision revision, Func<BodyId, bool> sees, Func<PersonId, PersonReference> person)
    {
        var (recall, head) = (new Recall(sees, person), revision.Head);
        return new(
            head.CaseNumber, head.Title, head.DecidedOn, head.Text, recall.Text(head.DecidedBy), head.DecidedByText, head.EffectiveFrom, head.Meeting, head.Links,
            [.. head.Follows.Select(id => id.ToString())], head.Visibility, head.Note,
            [.. revision.Facts.Zip(revision.Refs).Where(f => f.First.Event is not BodyEvent e || sees(e.Body)).Select(f => recall.Change(head, f.First, f.Second))]);
    }

    /// <summary>The type of change that came to an event.</summary>
    public static Type TypeOf(FactEvent told, ChangeRef name) => BodyMapping.Change(new(_ => true, Known), told, name).GetType();

    /// <summary>The change that came to a fact, as it is called within its decision.</summary>
    internal Change Change(DecisionHead head, Fact fact, ChangeRef name) =>
        BodyMapping.Change(this, fact.Event, name) with { Ref = name.Ref, EffectiveFrom = fact.From == (head.EffectiveFrom ?? head.DecidedOn) ? null : fact.From };

    private static PersonReference.Existing Known(PersonId person) => new(person.ToString());

    internal static string Name(BodyId id) => id.ToString();

    internal string? Text(BodyId? id) => id is { } body && sees(body) ? Name(body) : null;

    internal IReadOnlyList<string>? Texts(IReadOnlyList<BodyId> ids) => [.. ids.Where(sees).Select(Name)];

    internal PersonReference Person(PersonId id) => person(id);

    internal string? Text(Represents? represents) => represents switch
    {
        { Partner: { } partner } => partner.ToString(),
        { Body: { } body } => Text(body),
        _ => represents?.Outside,
    };

    internal ExOfficioSeat? Office(ExOfficio? office) => Text(office?.Body) is { } body ? new(body, office!.Role, office.All ? true : null) : null;

    /// <summary>A member that was given, in another form; not given where it tells of what may not be seen.</summary>
    internal static Optional<TText> Given<TValue, TText>(Optional<TValue> member, Func<TValue, TText?> text) =>
        !member.IsGiven ? default : member.Value is not { } value ? new(default) : text(value) is { } told ? new(told) : default;
}
