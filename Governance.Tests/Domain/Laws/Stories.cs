using Governance.Domain.Clusters;
using Governance.Domain.People;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Tests.Domain.Laws;

/// <summary>Random histories, each by its seed, and how they are looked at.</summary>
internal static class Stories
{
    /// <summary>A history with acts of every kind.</summary>
    public static ClusterHistory Of(int seed)
    {
        var numbers = new Random(seed);
        return AnyStory.OfAll(new Choices([.. Enumerable.Range(0, 900).Select(_ => numbers.Next(1000))])).History;
    }

    public static Viewpoint On(this ClusterHistory history, DateOnly day, Audience audience = Audience.Reader) => new(history, day, Persons.None, audience, Language.Nb);

    /// <summary>The bodies of a structure, whatever they are under.</summary>
    public static IEnumerable<BodyNode> Flat(this Structure structure) => structure.Bodies.SelectMany(Flat);

    private static IEnumerable<BodyNode> Flat(BodyNode body) => body.Children.SelectMany(Flat).Prepend(body);
}
