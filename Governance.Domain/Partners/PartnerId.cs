using System.Text.Json.Serialization;
using Governance.Domain.Values;

namespace Governance.Domain.Partners;

/// <summary>A partner, through every change of name.</summary>
[JsonConverter(typeof(IdConverter<PartnerId>))]
public readonly record struct PartnerId(Guid Value) : IId<PartnerId>
{
    /// <inheritdoc/>
    public static PartnerId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
