using Governance.Domain.Values;

namespace Governance.Domain.People;

/// <summary>A person in a change: one known by id or <c>#ref</c>, or a new one to register.</summary>
public abstract record PersonReference
{
    private PersonReference()
    {
    }

    /// <summary>A person's id, or <c>#ref</c> of one made in the same decision or import.</summary>
    public sealed record Existing(string Key) : PersonReference;

    /// <summary>A person to register with the decision; <c>Ref</c> lets later changes name the same one.</summary>
    public sealed record New(Name Name, string? Title = null, string? Organisation = null, string? Ref = null) : PersonReference;
}
