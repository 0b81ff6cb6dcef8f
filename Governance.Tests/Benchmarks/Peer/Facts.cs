using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Decisions;
using Governance.Domain.Mandates;
using Governance.Domain.Values;

namespace Governance.Peer;

/// <summary>Requests as the events that the program itself would write, without a rule.</summary>
internal sealed class Facts
{
    private readonly Dictionary<string, Guid> made = [];

    public static Guid RegisterOf(string cluster) => new(SHA256.HashData(Encoding.UTF8.GetBytes(cluster)).AsSpan(0, 16));

    public static ClusterFounded Founding(Name name, Domain.Time.PartialDate on) => new(name, null, on, "Europe/Oslo", null, null);

    public static DecisionRecorded Decision(RecordDecision decision)
    {
        var head = new DecisionHead(null, decision.Title, null, decision.DecidedBy, decision.DecidedByText, decision.DecidedOn, null, null, [], [], Visibility.Public, null);
        return new(new(NewId()), head, [], [.. decision.Changes.Select((_, i) => new ChangeRef($"change-{i + 1}", []))]);
    }

    [SuppressMessage("ApiDesign", "RS0030", Justification = "The one place.")]
    private static Guid NewId() => Guid.CreateVersion7();

    /// <summary>The stream and the event.</summary>
    public (Guid Body, FactEvent Fact) Of(Change change)
    {
        switch (change)
        {
            case EstablishBody e:
                var body = made["#" + e.Ref] = NewId();
                return (body, new BodyEstablished(new(body), BodyKind.Committee, e.Name, null, null, [], [], Visibility.Public));
            case AdoptMandate m:
                var of = made.TryGetValue(m.Body, out var known) ? known : Guid.Parse(m.Body);
                return (of, new MandateAdopted(new(of), m.Points, null, null, null, null));
            default:
                throw new NotSupportedException($"No event for {change.GetType().Name}.");
        }
    }
}
