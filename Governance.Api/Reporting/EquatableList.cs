namespace Governance.Api.Reporting;

/// <summary>A list that is equal to another with the same items in the same order.</summary>
internal readonly struct EquatableList<T>(IReadOnlyList<T> items) : IEquatable<EquatableList<T>>
{
    public IReadOnlyList<T> Items => items;

    public bool Equals(EquatableList<T> other) => ReferenceEquals(Items, other.Items) || Items.SequenceEqual(other.Items);

    public override bool Equals(object? obj) => obj is EquatableList<T> other && Equals(other);

    public override int GetHashCode() => Items.Count;
}
