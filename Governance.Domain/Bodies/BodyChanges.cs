using Governance.Domain.Decisions;
using Governance.Domain.Values;

namespace Governance.Domain.Bodies;

/// <summary>Make a new body, perhaps in succession to others.</summary>
[ChangeLabel(ChangeArea.Bodies, 1, "Opprette et organ", "Establish a body")]
[MemberLabel("parent", "Hører inn under", "Belongs under", "Tomt: øverst.", "Empty: at the top.")]
public sealed record EstablishBody(
    BodyKind Kind, Name Name, Name? NameEn = null, string? Parent = null, [OneOrMany] IReadOnlyList<string>? AdvisoryTo = null,
    [OneOrMany] IReadOnlyList<string>? Succeeds = null, Visibility? Visibility = null) : Change;

/// <summary>Bring a dissolved body back.</summary>
[ChangeLabel(ChangeArea.Bodies, 6, "Gjenopprette et organ", "Re-establish a body")]
[MemberLabel("name", "Nytt navn", "New name", "Tomt: navnet det hadde.", "Empty: the name it had.")]
public sealed record ReestablishBody(string Body, Name? Name = null, Name? NameEn = null, BodyKind? Kind = null) : Change;

/// <summary>Give a body new names; both are replaced.</summary>
[ChangeLabel(ChangeArea.Bodies, 2, "Gi et organ nytt navn", "Rename a body")]
[MemberLabel("name", "Nytt navn", "New name")]
public sealed record RenameBody(string Body, Name Name, Name? NameEn = null) : Change;

/// <summary>Give a body another kind or visibility; at least one.</summary>
[Needs("kind", "visibility")]
[ChangeLabel(ChangeArea.Bodies, 4, "Endre type eller synlighet", "Change kind or visibility")]
[MemberLabel("visibility", "Hvem kan se det?", "Who may see it?")]
public sealed record ReclassifyBody(string Body, BodyKind? Kind = null, Visibility? Visibility = null) : Change;

/// <summary>Give a body another parent, or make it advisory to others; absent keeps, null clears.</summary>
[Needs("parent", "advisoryTo")]
[ChangeLabel(ChangeArea.Bodies, 3, "Flytte et organ", "Move a body")]
public sealed record MoveBody(string Body, Optional<string> Parent = default, [OneOrMany] Optional<IReadOnlyList<string>> AdvisoryTo = default) : Change;

/// <summary>End a body.</summary>
[ChangeLabel(ChangeArea.Bodies, 5, "Avvikle et organ", "Dissolve a body")]
public sealed record DissolveBody(string Body, string? Reason = null, [OneOrMany] IReadOnlyList<string>? SucceededBy = null) : Ending;
