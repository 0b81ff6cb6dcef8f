using Governance.Domain.Decisions;
using Governance.Domain.Values;

namespace Governance.Domain.Bodies;

/// <summary>Make a new body, perhaps in succession to others.</summary>
public sealed record EstablishBody(
    BodyKind Kind, Name Name, Name? NameEn = null, string? Parent = null, [OneOrMany] IReadOnlyList<string>? AdvisoryTo = null,
    [OneOrMany] IReadOnlyList<string>? Succeeds = null, Visibility? Visibility = null) : Change;

/// <summary>Bring a dissolved body back.</summary>
public sealed record ReestablishBody(string Body, Name? Name = null, Name? NameEn = null, BodyKind? Kind = null) : Change;

/// <summary>Give a body new names; both are replaced.</summary>
public sealed record RenameBody(string Body, Name Name, Name? NameEn = null) : Change;

/// <summary>Give a body another kind or visibility; at least one.</summary>
[Needs("kind", "visibility")]
public sealed record ReclassifyBody(string Body, BodyKind? Kind = null, Visibility? Visibility = null) : Change;

/// <summary>Give a body another parent, or make it advisory to others; absent keeps, null clears.</summary>
[Needs("parent", "advisoryTo")]
public sealed record MoveBody(string Body, Optional<string> Parent = default, [OneOrMany] Optional<IReadOnlyList<string>> AdvisoryTo = default) : Change;

/// <summary>End a body.</summary>
public sealed record DissolveBody(string Body, string? Reason = null, [OneOrMany] IReadOnlyList<string>? SucceededBy = null) : Ending;
