using System.Text.Json.Serialization;
using Governance.Domain.Values;

namespace Governance.Domain.People;

/// <summary>A person; everything else about people stands outside the log.</summary>
[JsonConverter(typeof(IdConverter<PersonId>))]
public readonly record struct PersonId(Guid Value) : IId<PersonId>
{
    /// <inheritdoc/>
    public static PersonId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
