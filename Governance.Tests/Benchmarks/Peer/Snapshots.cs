using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Mandates;

namespace Governance.Peer;

/// <summary>A cluster's register in brief.</summary>
public sealed partial class Register
{
    public Guid Id { get; set; }

    public string Name { get; set; } = "";

    public int Decisions { get; set; }

    public void Apply(ClusterFounded e) => Name = e.Name.Text;

    public void Apply(DecisionRecorded _) => Decisions++;
}

/// <summary>A body by its own stream.</summary>
public sealed partial class BodyView
{
    public Guid Id { get; set; }

    public string Name { get; set; } = "";

    public IReadOnlyList<string> Mandate { get; set; } = [];

    public void Apply(BodyEstablished e) => Name = e.Name.Text;

    public void Apply(MandateAdopted e) => Mandate = e.Points;
}
