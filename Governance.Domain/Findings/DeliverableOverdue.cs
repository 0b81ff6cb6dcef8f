using Governance.Domain.Values;

namespace Governance.Domain.Findings;

/// <summary>The day has passed on which a mandate's deliverable was due, and the mandate is not concluded.</summary>
internal sealed class DeliverableOverdue() : BodyRule(FindingCode.DeliverableOverdue)
{
    public override IEnumerable<Subject> Broken(BodyOnDay at) => Whole(at, at.Body.Mandate?.DueOn?.Last < at.Day);

    public override Phrase Tell(BodyOnDay at, Subject subject)
    {
        var (body, due) = (at.Name(), FindingWording.Date(at.Body.Mandate!.DueOn!.Value));
        return at.Body.Mandate.Deliverable is { } deliverable
            ? new($"{body.Nb} har ikke levert «{deliverable}»; fristen var {due.Nb}.", $"{body.En} has not delivered '{deliverable}'; the deadline was {due.En}.")
            : new($"{body.Nb} har ikke levert det mandatet ber om; fristen var {due.Nb}.", $"{body.En} has not delivered what its mandate asks for; the deadline was {due.En}.");
    }
}
