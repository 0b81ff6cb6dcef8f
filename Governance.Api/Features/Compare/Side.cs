using Governance.Api.Features.Pages;
using Governance.Domain.Bodies;
using Governance.Domain.Views;

namespace Governance.Api.Features.Compare;

/// <summary>How something on one side stands to the other.</summary>
public enum Mark
{
    /// <summary>It is there on both.</summary>
    None,

    /// <summary>It is there on the second side alone.</summary>
    Added,

    /// <summary>It is there on the first side alone.</summary>
    Removed,

    /// <summary>It is there on both, but otherwise.</summary>
    Changed,
}

/// <summary>One side of a comparison: its day, and its bodies with what sets them apart from the other side.</summary>
/// <param name="KnownAt">The moment of knowledge; null for all that is known.</param>
/// <param name="Address">The cluster's front page on that day.</param>
public sealed record Side(DateOnly AsOf, DateTimeOffset? KnownAt, string Address, IReadOnlyList<ComparedBody> Bodies)
{
    internal static Side Of(Site site, Viewpoint view, DateTimeOffset? knownAt, Comparison found, bool isFirst)
    {
        var to = site.To with { At = site.At with { AsOf = view.AsOf, KnownAt = knownAt ?? site.At.KnownAt } };
        var alone = (isFirst ? found.Gone : found.Added).Select(b => b.Body.Id).ToHashSet();
        var renamed = found.Renamed.ToDictionary(r => r.Body.Id, r => isFirst
            ? site.Say($"senere {Name(r.After)}", $"later {Name(r.After)}")
            : site.Say($"tidligere {Name(r.Before)}", $"formerly {Name(r.Before)}"));
        var moved = found.Moved.Where(m => m.Before.Parent?.Id != m.After.Parent?.Id).Select(m => m.Body.Id).ToHashSet();
        return new(view.AsOf, knownAt, to.Front, [.. Structure.Of(view).Bodies.Select(Compared)]);

        string Name(NamePair names) => view.NameOf(names.Name, names.NameEn);

        ComparedBody Compared(BodyNode body) => new(
            view.NameOf(body.Name, body.NameEn), to.Body(body.Id), alone.Contains(body.Id) ? isFirst ? Mark.Removed : Mark.Added : Said(body.Id) is [] ? Mark.None : Mark.Changed,
            alone.Contains(body.Id) ? [isFirst ? site.Say("borte senere", "gone later") : site.Say("ny", "new")] : Said(body.Id), [.. body.Children.Select(Compared)]);

        IReadOnlyList<string> Said(BodyId id) =>
            [.. renamed.TryGetValue(id, out var name) ? [name] : Array.Empty<string>(), .. moved.Contains(id) ? [site.Say("flyttet", "moved")] : Array.Empty<string>()];
    }
}

/// <summary>A body on one side, with those under it.</summary>
/// <param name="Said">What sets it apart from the other side.</param>
public sealed record ComparedBody(string Name, string Address, Mark Mark, IReadOnlyList<string> Said, IReadOnlyList<ComparedBody> Children);
