using Governance.Api.Features.Chart;
using Governance.Domain.Clusters;
using Governance.Domain.Views;

namespace Governance.Api.Features.Recording;

/// <summary>What a decision leads from and to: the charts where it changes the structure, and the bodies it touches with their seats.</summary>
/// <param name="Charts">Null where every body stays where it is with the name it has.</param>
public sealed record BeforeAfterChart(StructureDrawn? Charts, BodiesOnDay? Before, BodiesOnDay? After)
{
    /// <param name="after">The cluster as it would be, on the day the last change takes effect.</param>
    public static BeforeAfterChart Of(Viewpoint before, Viewpoint after, Decisions.BeforeAndAfter structure, IReadOnlyCollection<Fact> facts, string name)
    {
        var charts = Flat(structure.Before.Bodies).SequenceEqual(Flat(structure.After.Bodies)) ? null : new StructureDrawn(
            OrganisationChart.Of(before, structure.Before, name), OrganisationChart.Of(after, structure.After, name), structure.Before.Bodies, structure.After.Bodies);
        return new(charts, BodiesOnDay.Before(before, facts), BodiesOnDay.After(after, facts));
    }

    private static IEnumerable<object> Flat(IEnumerable<BodyNode> bodies) => bodies.SelectMany(b => Flat(b.Children).Prepend((b.Id, b.Name, b.NameEn, b.Kind, b.Parent)));
}

/// <summary>The structure on both sides, as charts and as lists.</summary>
public sealed record StructureDrawn(OrganisationChart Before, OrganisationChart After, IReadOnlyList<BodyNode> BodiesBefore, IReadOnlyList<BodyNode> BodiesAfter);
