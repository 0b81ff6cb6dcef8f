using System.Text.Json.Nodes;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.People;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Api.Features.Exports.Popolo;

/// <summary>Decisions as motions; with <c>extra.decision</c>, in the form in which one is recorded, they tell all of the history.</summary>
/// <param name="organizations">The ids of those in the document.</param>
internal sealed class MotionRecords(Viewpoint view, HashSet<string> organizations)
{
    /// <summary>Those made by the day, or all of them with their changes; the annulled apart.</summary>
    /// <param name="tellsAll"><see cref="TellsAll"/>.</param>
    public IEnumerable<JsonObject> All(bool whole, bool tellsAll)
    {
        var lines = DecisionLine.All(view, new()).Where(d => d.Status != DecisionStatus.Annulled && (whole || d.DecidedOn.First <= view.AsOf)).ToList();
        var references = whole && tellsAll ? new DocumentReferences(view, lines.Select(l => l.Id)) : null;
        return lines.Select(line => Motion(line, references));
    }

    private JsonObject Motion(DecisionLine line, DocumentReferences? references)
    {
        var head = view.Head(line.Id)!;
        var motion = new JsonObject { ["id"] = line.Id.ToString(), ["text"] = line.Title, ["date"] = line.DecidedOn.ToString(), ["result"] = "passed" };
        motion.Put("identifier", line.CaseNumber);
        if (line.DecidedBy is { } body && organizations.Contains(body.Id.ToString())) motion["organization_id"] = body.Id.ToString();
        var extra = new JsonObject();
        if (head.Visibility == Visibility.Internal) extra["visibility"] = Words.Of(head.Visibility);
        if (references is not null) extra["decision"] = references.Told(view.History.Decisions[line.Id].Current);
        else
        {
            extra.Put("decided_by", head.DecidedByText);
            extra.Put("text", head.Text);
        }
        if (extra.Count > 0) motion["extra"] = extra;
        return motion;
    }

    /// <summary>Whether nothing is withheld: with a part of the history alone nobody could build it again. Names that are not shown are looked for in the whole of it alone; on one day the seats tell of them.</summary>
    public bool TellsAll(bool whole) => view.Audience == Audience.Reader || view.History.Founding is not null
        && view.History.Decisions.Values.All(d => d.Facts.IsEmpty || d.Current.Head.Visibility == Visibility.Public)
        && view.History.Chronicle.Facts.All(f => f.Event is not Domain.Bodies.BodyEstablished { Visibility: Visibility.Internal } and not Domain.Bodies.BodyReclassified { Visibility: Visibility.Internal })
        && (!whole || view.History.Chronicle.Facts.SelectMany(f => Named(f.Event)).All(view.Names));

    private static IEnumerable<PersonId> Named(FactEvent told) => told switch
    {
        AppointmentEvent e => e.Persons(),
        BodyReconstituted e => e.Seats.Select(s => s.Person).OfType<PersonId>(),
        _ => [],
    };
}
