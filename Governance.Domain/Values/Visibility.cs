using System.Text.Json.Serialization;

namespace Governance.Domain.Values;

/// <summary>Who may see a decision or a body.</summary>
[JsonConverter(typeof(KebabCase<Visibility>))]
public enum Visibility
{
    /// <summary>Everybody.</summary>
    Public,

    /// <summary>Readers only; its effect on public bodies still shows, without its text.</summary>
    Internal,
}
