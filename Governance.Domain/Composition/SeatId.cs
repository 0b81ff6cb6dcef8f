using System.Text.Json.Serialization;
using Governance.Domain.Values;

namespace Governance.Domain.Composition;

/// <summary>A seat in one body, whoever holds it.</summary>
[JsonConverter(typeof(IdConverter<SeatId>))]
public readonly record struct SeatId(Guid Value) : IId<SeatId>
{
    /// <inheritdoc/>
    public static SeatId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
