using System.Text.Json.Serialization;
using Governance.Domain.Values;

namespace Governance.Domain.Decisions;

/// <summary>A decision, through all its revisions.</summary>
[JsonConverter(typeof(IdConverter<DecisionId>))]
public readonly record struct DecisionId(Guid Value) : IId<DecisionId>
{
    /// <inheritdoc/>
    public static DecisionId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
