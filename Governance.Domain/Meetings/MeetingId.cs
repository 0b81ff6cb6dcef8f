using System.Text.Json.Serialization;
using Governance.Domain.Values;

namespace Governance.Domain.Meetings;

/// <summary>A meeting of a body.</summary>
[JsonConverter(typeof(IdConverter<MeetingId>))]
public readonly record struct MeetingId(Guid Value) : IId<MeetingId>
{
    /// <inheritdoc/>
    public static MeetingId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
