using Governance.Domain.Bodies;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Api.Features.Chart;

/// <summary>A structure drawn: the cluster on top and its bodies under it, side by side where there is room, else below each other.</summary>
/// <param name="Top">The cluster's box.</param>
public sealed record OrganisationChart(ChartBox Top, int Width, int Height)
{
    private const int Inner = ChartBox.Width - 22;
    private const double NameSize = 15;
    private const double NoteSize = 13;

    private static readonly Phrase AdvisoryTo = new("rådgivende for {0}", "advisory to {0}");
    private static readonly Phrase Changed = new("endret da", "changed then");
    private static readonly Phrase Seat = new("plass", "seat");
    private static readonly Phrase Seats = new("plasser", "seats");
    private static readonly Phrase Vacant = new("{0} ledig", "{0} vacant");
    private static readonly Phrase Vacants = new("{0} ledige", "{0} vacant");

    /// <summary>The chart of what a viewpoint has.</summary>
    /// <param name="changed">The bodies to mark as changed.</param>
    public static OrganisationChart Of(Viewpoint view, Structure structure, string name, IReadOnlySet<BodyId>? changed = null)
    {
        var names = Flat(structure.Bodies).ToDictionary(b => b.Id, b => view.NameOf(b.Name, b.NameEn));
        var top = new ChartBox(null, ChartText.Lines(name, NameSize, Inner, 3), []) { Children = [.. structure.Bodies.Select(b => Box(b, names, changed, view.Language))] };
        var (width, height) = ChartLayout.Arrange(top);
        return new(top, width, height);
    }

    private static ChartBox Box(BodyNode body, Dictionary<BodyId, string> names, IReadOnlySet<BodyId>? changed, Language language) =>
        new(body, ChartText.Lines(names[body.Id], NameSize, Inner, 4), [.. Notes(body, names, changed, language).SelectMany(n => ChartText.Lines(n, NoteSize, Inner, 3))])
        {
            IsChanged = changed?.Contains(body.Id) == true,
            Children = [.. body.Children.Select(c => Box(c, names, changed, language))],
        };

    private static IEnumerable<string> Notes(BodyNode body, Dictionary<BodyId, string> names, IReadOnlySet<BodyId>? changed, Language language)
    {
        if (changed?.Contains(body.Id) == true) yield return Changed.In(language);
        if (body.Seats.Count > 0)
        {
            var vacant = body.Seats.Count(s => s.Status == SeatStatus.Vacant);
            yield return Wording.Count(body.Seats.Count, Seat, Seats, language) + (vacant == 0 ? "" : ", " + string.Format((vacant == 1 ? Vacant : Vacants).In(language), vacant));
        }

        if (body.AdvisoryTo.Count > 0) yield return string.Format(AdvisoryTo.In(language), Wording.List([.. body.AdvisoryTo.Select(id => names[id])], language));
        if (body.Visibility == Visibility.Internal) yield return Vocabulary.Of(Visibility.Internal).In(language);
    }

    private static IEnumerable<BodyNode> Flat(IEnumerable<BodyNode> bodies) => bodies.SelectMany(b => Flat(b.Children).Prepend(b));
}
