using System.Collections.Immutable;
using System.Diagnostics;
using Governance.Domain.Decisions;
using Governance.Domain.Meetings;
using Governance.Domain.People;

namespace Governance.Domain.Clusters;

public sealed partial record ClusterHistory
{
    /// <summary>Enters acts one after another in what the register tells, all but the chronicle; what grows with them is copied once for all of them.</summary>
    private sealed class Entering(ClusterHistory before)
    {
        private readonly ImmutableList<RecordedAct>.Builder acts = before.Acts.ToBuilder();
        private readonly ImmutableDictionary<DecisionId, RecordedDecision>.Builder decisions = before.Decisions.ToBuilder();
        private readonly ImmutableDictionary<CaseKey, DecisionId>.Builder caseNumbers = before.CaseNumbers.ToBuilder();
        private readonly ImmutableDictionary<PersonId, long>.Builder persons = before.Persons.ToBuilder();
        private ClusterHistory rest = before;

        public ClusterHistory Done => rest with { Acts = acts.ToImmutable(), Decisions = decisions.ToImmutable(), CaseNumbers = caseNumbers.ToImmutable(), Persons = persons.ToImmutable() };

        public void Enter(RecordedAct act)
        {
            if (act.Position != acts.Count + 1) throw new ArgumentException($"Position {act.Position} cannot follow {acts.Count}.", nameof(act));
            acts.Add(act);
            switch (act.Event)
            {
                case ClusterFounded e: rest = rest with { Founding = new(e.Name, e.NameEn, e.FoundedOn, e.TimeZone, e.OrganisationNumber, e.Note) }; break;
                case ClusterCorrected e: rest = rest with { Founding = new(e.Name, e.NameEn, e.FoundedOn, e.TimeZone, e.OrganisationNumber, e.Note) }; break;
                case DecisionRecorded e: Revise(e.Decision, new(1, act.Position, act.RecordedAt, act.Actor, e.Head, act.Facts, e.Refs, e.Registered, null, e.ImportedAs)); break;
                case DecisionCorrected e: Revise(e.Decision, new(e.Revision, act.Position, act.RecordedAt, act.Actor, e.Head, act.Facts, e.Refs, e.Registered, e.Reason, e.ImportedAs)); break;
                case DecisionAnnulled e: Annul(e.Decision, new(act.Position, act.RecordedAt, act.Actor, e.Reason, e.By)); break;
                case MeetingRecorded e: rest = rest with { Meetings = rest.Meetings.SetItem(e.Meeting, (e, act.Position)) }; break;
                case MeetingEvent e: rest = rest.After(e, act); break;
                case PersonRegistered e: persons[e.Person] = act.Position; break;
                case PersonMerged e: rest = rest with { Aliases = rest.Merged(e.Person, e.Into) }; break;
                case FindingAccepted e: rest = rest with { AcceptedFindings = rest.AcceptedFindings.SetItem(e.Finding, e.Note) }; break;
                case PersonUpdated or PersonErased or TextRedacted: break;
                default: throw new UnreachableException($"{act.Event.GetType().Name} is not an act.");
            }
        }

        private void Revise(DecisionId id, Revision revision)
        {
            var known = decisions.GetValueOrDefault(id);
            if (known is { Annulment: null } && CaseKey.Of(known.Current.Head) is { } old) caseNumbers.Remove(old);
            if (CaseKey.Of(revision.Head) is { } key) caseNumbers[key] = id;
            decisions[id] = new(id, known is null ? [revision] : known.Revisions.Add(revision), null);
            foreach (var person in revision.Registered) persons.TryAdd(person, revision.Position);
        }

        private void Annul(DecisionId id, Annulment annulment)
        {
            decisions[id] = decisions[id] with { Annulment = annulment };
            if (CaseKey.Of(decisions[id].Current.Head) is { } key) caseNumbers.Remove(key);
        }
    }
}
