using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using Governance.Api.Http;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Api.Features.Changes;

/// <summary>The latest registrations, and what was decided beforehand and has taken effect since, for feed readers (RFC 4287).</summary>
internal static class ReadAtom
{
    private const int Latest = 50;
    private static readonly string[] Forms = ["application/atom+xml; charset=utf-8"];
    private static readonly Phrase TookEffect = new("Trådte i kraft: {0}", "Took effect: {0}");
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false) };

    public static Task<IResult> HandleAsync(string cluster, QueryParameters<ReadKnown> at, QueryParameters<ReadSince> since, ClusterViews views, HttpContext http, CancellationToken ct)
    {
        var address = $"{http.Request.Scheme}://{http.Request.Host}/api/clusters/{cluster}";
        return views.InAsync(Forms, http, cluster, since.Value, at.Value.Today, (at.Value, address), (_, view) => Render(view, address), ct);
    }

    internal static byte[] Render(Viewpoint view, string address)
    {
        var entries = Registered(view).Concat(Effective(view)).OrderByDescending(e => e.Updated).Take(Latest).ToList();
        var feed = new SyndicationFeed(entries.Select(entry => Item(view, entry, address)))
        {
            Id = $"urn:governance:{view.History.Id}",
            Title = new(NameOf(view)),
            LastUpdatedTime = entries.Count > 0 ? entries[0].Updated : view.History.RecordedAt,
            Links = { Link($"{address}/changes.atom", "self") },
        };
        // Into memory, so that what cannot be written is found before anything is sent.
        using var output = new MemoryStream();
        using (var xml = XmlWriter.Create(output, Settings)) feed.GetAtom10Formatter().WriteTo(xml);
        return output.ToArray();
    }

    private static SyndicationItem Item(Viewpoint view, Entry entry, string address)
    {
        var item = new SyndicationItem
        {
            Id = $"urn:governance:{view.History.Id}:{entry.Key}",
            Title = new(entry.Sentence),
            Summary = new(entry.Sentence),
            LastUpdatedTime = entry.Updated,
            Authors = { new SyndicationPerson { Name = NameOf(view) } },
        };
        if (entry.Decision is { } decision) item.Links.Add(Link($"{address}/decisions/{decision}", "alternate"));
        return item;
    }

    private static IEnumerable<Entry> Registered(Viewpoint view) =>
        Registration.After(view, view.History.Position - Latest, Latest).Where(r => r.Sentence is not null)
            .Select(r => new Entry($"position:{r.Position}", r.RecordedAt, r.Sentence!, r.Decision?.Value));

    /// <summary>What was recorded before the day from which it holds: told on that day, under an id made of the decision's revision and the change's place.</summary>
    private static IEnumerable<Entry> Effective(Viewpoint view) =>
        from told in EffectsInForce.Effect(view)
        orderby told.Entry.Date.First descending
        select new Entry(
            told.Key, new DateTimeOffset(told.Entry.Date.First.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), string.Format(TookEffect.In(view.Language), told.Entry.Sentence), told.Entry.Decision?.Id.Value);

    private static SyndicationLink Link(string address, string relation) => new() { Uri = new(address), RelationshipType = relation };

    private static string NameOf(Viewpoint view) => view.State?.Names.Current.Name.Text ?? view.History.Id;

    private sealed record Entry(string Key, DateTimeOffset Updated, string Sentence, Guid? Decision);
}
