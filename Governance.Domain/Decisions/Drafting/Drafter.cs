using Governance.Domain.Bodies;
using Governance.Domain.Composition;
using Governance.Domain.Decisions.Mapping;
using Governance.Domain.Partners;
using Governance.Domain.People;
using Governance.Domain.Time;

namespace Governance.Domain.Decisions.Drafting;

/// <summary>Reads a decision: what it names, what it makes, and the fact that each of its changes comes to.</summary>
internal static class Drafter
{
    /// <summary>Fills the draft with facts, persons and whatever cannot be read, and answers the decision's head.</summary>
    public static DecisionHead Run(Draft draft, DateOnly today)
    {
        var decision = draft.Decision;
        var changes = decision.Changes ?? [];
        var made = changes.Select(change => Made(draft, change)).ToList();
        draft.MadeByChange = made;
        foreach (var person in changes.SelectMany(People)) draft.Register(person);
        var head = Head(draft, today);
        var founded = draft.History.Founding!.FoundedOn;
        for (var i = 0; i < changes.Count; i++)
        {
            (draft.Index, draft.From) = (i, From(decision, changes[i]));
            if (changes[i] is ReestablishBody back && draft.From.First >= founded.First) made[i] = BodyMapping.Back(draft, back);
        }
        for (var i = 0; i < changes.Count; i++)
        {
            (draft.Index, draft.From) = (i, From(decision, changes[i]));
            if (draft.From.First < founded.First) draft.Refuse(ViolationCode.BeforeCluster, "effectiveFrom", founded.ToString());
            else if (BodyMapping.Event(draft, changes[i], made[i]) is { } change) draft.Facts.Add(draft.At(i + 1, change));
        }
        draft.Index = null;
        return head;
    }

    /// <summary>What each change, and each seat it lists, is called: as given, else by its place.</summary>
    public static IReadOnlyList<ChangeRef> Refs(Decision decision)
    {
        var changes = decision.Changes ?? [];
        var used = Named(decision).ToHashSet(StringComparer.Ordinal);
        return [.. changes.Select((change, i) =>
        {
            var name = change.Ref ?? Unused($"c{i + 1}");
            return new ChangeRef(name, change is ReconstituteBody c ? [.. c.Seats.Select((s, n) => s.Ref ?? Unused($"{name}s{n + 1}"))] : []);
        })];

        string Unused(string name)
        {
            while (!used.Add(name)) name += "_";
            return name;
        }
    }

    /// <summary>The refs that a decision gives.</summary>
    public static IEnumerable<string> Named(Decision decision) => (decision.Changes ?? [])
        .SelectMany(c => (string?[])[c.Ref, .. c is ReconstituteBody r ? r.Seats.Select(s => s.Ref) : [], .. People(c).Select(p => p.Ref)]).OfType<string>();

    /// <summary>The ids of persons that a decision names.</summary>
    public static IEnumerable<Guid> PersonsNamed(Decision decision) =>
        from change in decision.Changes ?? []
        from reference in References(change)
        where reference is PersonReference.Existing
        let known = (PersonReference.Existing)reference
        where Guid.TryParse(known.Key, out _)
        select Guid.Parse(known.Key);

    private static Guid Made(Draft draft, Change change) => change switch
    {
        EstablishBody => draft.Make(NewReferenceKind.Body, change.Ref),
        AdmitPartner => draft.Make(NewReferenceKind.Partner, change.Ref),
        CreateSeat => draft.Make(NewReferenceKind.Seat, change.Ref),
        _ => default,
    };

    private static IEnumerable<PersonReference?> References(Change change) => change switch
    {
        Appoint c => [c.Person],
        IOfAppointment c => c.Persons(),
        ReconstituteBody c => c.Seats.Select(s => s.Person),
        _ => [],
    };

    private static IEnumerable<PersonReference.New> People(Change change) => References(change).OfType<PersonReference.New>();

    private static PartialDate From(Decision decision, Change change) =>
        (change.EffectiveFrom ?? FirstDayOut(change) ?? decision.EffectiveFrom ?? decision.DecidedOn).CountedFrom(decision.DecidedOn);

    private static PartialDate? FirstDayOut(Change change) => (change as Ending)?.LastDay is not { } last ? null : last == PartialDate.Unknown ? last : last.Next;

    private static DecisionHead Head(Draft draft, DateOnly today)
    {
        var d = draft.Decision;
        if (d.DecidedOn.First > today) draft.Refuse(ViolationCode.DecidedInFuture, "decidedOn", d.DecidedOn.ToString());
        var follows = (d.Follows ?? []).Select(text => Follows(draft, text)).OfType<DecisionId>().ToList();
        return new(
            d.CaseNumber, d.Title, d.Text, d.DecidedBy is { } by ? draft.Body(by, "decidedBy") : null, d.DecidedByText, d.DecidedOn, d.EffectiveFrom?.CountedFrom(d.DecidedOn), d.Meeting,
            d.Links ?? [], follows, d.Visibility ?? Values.Visibility.Public, d.Note);
    }

    private static DecisionId? Follows(Draft draft, string text)
    {
        if (draft.Refs.Find(text.TrimStart('#'), NewReferenceKind.Decision) is { } made) return new(made);
        if (Guid.TryParse(text, out var id) && draft.History.Decisions.ContainsKey(new(id))) return new(id);
        draft.Refuse(ViolationCode.UnknownDecision, "follows", text);
        return null;
    }
}
