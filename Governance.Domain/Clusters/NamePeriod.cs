using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Domain.Clusters;

/// <summary>The names something bore for a while; both change together.</summary>
public sealed record NamePeriod(Name Name, Name? NameEn, DateRange Period)
{
    /// <summary>Whether either name is this one, without regard to case.</summary>
    public bool Bears(Name name) => Name.Equals(name) || name.Equals(NameEn);
}
