using Governance.Domain.Bodies;
using Governance.Domain.Partners;

namespace Governance.Domain.Composition;

/// <summary>Whom a seat speaks for: exactly one of a partner, a body, or an outside organisation by its name.</summary>
public sealed record Represents(PartnerId? Partner = null, BodyId? Body = null, string? Outside = null);
