using System.Text.Json.Serialization;
using Governance.Domain.Values;

namespace Governance.Domain.Bodies;

/// <summary>A body, through every change of name, kind, place, mandate and members.</summary>
[JsonConverter(typeof(IdConverter<BodyId>))]
public readonly record struct BodyId(Guid Value) : IId<BodyId>
{
    /// <inheritdoc/>
    public static BodyId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
