using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.People;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Domain.Decisions.Drafting;

/// <summary>A decision on its way to facts: where it stands in the order of time, what it has made, and what is wrong with it so far.</summary>
internal sealed class Draft(ClusterHistory history, Chronicle around, Decision decision, DecisionId id, int revision, long position, Refs refs, KeptIds kept, Func<Guid> newId)
{
    private readonly Dictionary<DateOnly, Cluster> before = [];
    private (DateOnly Day, int Count, Cluster State)? running;

    public ClusterHistory History => history;

    public Decision Decision => decision;

    public Refs Refs => refs;

    public KeptIds Kept => kept;

    public List<Fact> Facts { get; } = [];

    public List<NewPerson> Persons { get; } = [];

    /// <summary>The ids of the persons to register, by where the decision names them.</summary>
    public Dictionary<PersonReference.New, PersonId> Registered { get; } = new(ReferenceEqualityComparer.Instance);

    public List<Violation> Violations { get; } = [];

    /// <summary>The bodies that this decision brings back, with the names that it gives them anew.</summary>
    public Dictionary<BodyId, (Name? Name, Name? NameEn)> Back { get; } = [];

    public Dictionary<string, Guid> Named { get; } = new(StringComparer.Ordinal);

    /// <summary>The id of the body, partner or seat that each change is to make, in the order of the decision.</summary>
    public IReadOnlyList<Guid> MadeByChange { get; set; } = [];

    /// <summary>The change being drafted, from 0; null for the decision itself.</summary>
    public int? Index { get; set; }

    /// <summary>The day the change being drafted holds from.</summary>
    public PartialDate From { get; set; } = decision.DecidedOn;

    /// <summary>The state on that day just before this decision, in the order of the day: what names are read against.</summary>
    public Cluster Before => before.TryGetValue(From.First, out var state) ? state : before[From.First] = around.Before(At(0, null!));

    /// <summary>The same with what this decision has done to it so far: what seats are looked up in.</summary>
    public Cluster Running
    {
        get
        {
            if (running is not { } now || now.Day != From.First || Facts.Skip(now.Count).Any(f => f.From.First < now.Day))
            {
                var earlier = Facts.Where(f => f.From.First < From.First).ToList();
                now = (From.First, 0, earlier.Count == 0 ? Before : around.Rewrite(earlier, [], _ => { }).Before(At(0, null!)));
            }
            foreach (var fact in Facts.Skip(now.Count).Where(f => f.From.First == now.Day && Rules.Check(now.State, f) is null))
                now.State = Rules.Apply(now.State, fact);
            running = now with { Count = Facts.Count };
            return now.State;
        }
    }

    /// <summary>Whether a body has stood, or will stand, somewhere on the timeline.</summary>
    public bool EverExisted(BodyId body) => refs.Holds(body.Value) || kept.Made(NewReferenceKind.Body, body.Value) || (around.Days is [.., var last] && last.After.Bodies.ContainsKey(body));

    /// <summary>An event's fact at the place of the change being drafted.</summary>
    public Fact At(int index, FactEvent change) => new(id, revision, position, index, decision.DecidedOn, From, change);

    /// <summary>An id for something this decision makes: the one it had before, or a new one.</summary>
    public Guid Make(NewReferenceKind kind, string? name)
    {
        var made = kept.Next(kind, name) ?? newId();
        refs.Add(name, kind, made);
        return made;
    }

    /// <summary>Puts a person the decision brings among those to register.</summary>
    public void Register(PersonReference.New person)
    {
        if (Registered.ContainsKey(person)) return;
        var made = Registered[person] = new(Make(NewReferenceKind.Person, person.Ref));
        Persons.Add(new(made, person.Name, person.Title, person.Organisation));
    }

    /// <summary>The bodies that stand anywhere on the timeline, as they are at its end.</summary>
    public IEnumerable<Body> Ever => around.Days is [.., var last] ? last.After.Bodies.Values : [];

    public void Refuse(ViolationCode code, string member, string? about, params IReadOnlyList<Candidate> candidates) =>
        Refuse(new(code) { Member = member, About = about, Candidates = candidates });

    public void Refuse(Violation violation) => Violations.Add(violation with { Change = Index, Date = From });
}
