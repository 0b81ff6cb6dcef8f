using System.Text.Json.Serialization;
using Governance.Domain.Values;

namespace Governance.Domain.Composition;

/// <summary>What a seat does in its body, in order of rank.</summary>
[JsonConverter(typeof(KebabCase<SeatRole>))]
public enum SeatRole
{
    /// <summary>Leads.</summary>
    Chair,

    /// <summary>Leads in the chair's absence.</summary>
    DeputyChair,

    /// <summary>Keeps the record.</summary>
    Secretary,

    /// <summary>Takes part.</summary>
    Member,

    /// <summary>Stands in for another seat.</summary>
    Deputy,

    /// <summary>Is present.</summary>
    Observer,

    /// <summary>Gives advice.</summary>
    Adviser,
}

/// <summary>Why an appointment ended.</summary>
[JsonConverter(typeof(KebabCase<EndReason>))]
public enum EndReason
{
    /// <summary>By own wish.</summary>
    Resigned,

    /// <summary>The term was over.</summary>
    TermOver,

    /// <summary>Another took the seat.</summary>
    Replaced,

    /// <summary>Was taken out of it.</summary>
    Removed,

    /// <summary>Died in it.</summary>
    Died,

    /// <summary>Not known.</summary>
    Unknown,
}
