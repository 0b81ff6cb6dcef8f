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
    private const string Atom = "http://www.w3.org/2005/Atom";
    private static readonly string[] Forms = ["application/atom+xml; charset=utf-8"];
    private static readonly Phrase TookEffect = new("Trådte i kraft: {0}", "Took effect: {0}");
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false) };

    public static Task<IResult> HandleAsync(string cluster, Asked<ReadKnown> at, Asked<ReadSince> since, ClusterViews views, HttpContext http, CancellationToken ct)
    {
        var address = $"{http.Request.Scheme}://{http.Request.Host}/api/clusters/{cluster}";
        return views.InAsync(Forms, http, cluster, since.Value, at.Value.Today, (at.Value, address), (_, view) => Render(view, address), ct);
    }

    private static byte[] Render(Viewpoint view, string address)
    {
        var entries = Registered(view).Concat(Effective(view)).OrderByDescending(e => e.Updated).Take(Latest).ToList();
        using var output = new MemoryStream();
        using (var xml = XmlWriter.Create(output, Settings))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteElementString("id", Atom, $"urn:governance:{view.History.Id}");
            xml.WriteElementString("title", Atom, view.State?.Names.Current.Name.Text ?? view.History.Id);
            xml.WriteElementString("updated", Atom, Instant(entries.Count > 0 ? entries[0].Updated : view.History.RecordedAt));
            Link(xml, $"{address}/changes.atom", "self");
            foreach (var entry in entries) Write(xml, view, entry, address);
            xml.WriteEndElement();
        }
        return output.ToArray();
    }

    private static void Write(XmlWriter xml, Viewpoint view, Entry entry, string address)
    {
        xml.WriteStartElement("entry", Atom);
        xml.WriteElementString("id", Atom, $"urn:governance:{view.History.Id}:{entry.Key}");
        xml.WriteElementString("title", Atom, entry.Sentence);
        xml.WriteElementString("updated", Atom, Instant(entry.Updated));
        xml.WriteStartElement("author", Atom);
        xml.WriteElementString("name", Atom, view.State?.Names.Current.Name.Text ?? view.History.Id);
        xml.WriteEndElement();
        if (entry.Decision is { } decision) Link(xml, $"{address}/decisions/{decision}", "alternate");
        xml.WriteElementString("summary", Atom, entry.Sentence);
        xml.WriteEndElement();
    }

    private static IEnumerable<Entry> Registered(Viewpoint view) =>
        Registration.After(view, view.History.Position - Latest, Latest).Where(r => r.Sentence is not null)
            .Select(r => new Entry($"position:{r.Position}", r.RecordedAt, r.Sentence!, r.Decision?.Value));

    /// <summary>What was recorded before the day from which it holds: told on that day, under an id made of the decision's revision and the change's place.</summary>
    private static IEnumerable<Entry> Effective(Viewpoint view) =>
        from told in Took.Effect(view)
        orderby told.Entry.Date.First descending
        select new Entry(
            told.Key, new DateTimeOffset(told.Entry.Date.First.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), string.Format(TookEffect.In(view.Language), told.Entry.Sentence), told.Entry.Decision?.Id.Value);

    private static void Link(XmlWriter xml, string address, string relation)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'");

    private sealed record Entry(string Key, DateTimeOffset Updated, string Sentence, Guid? Decision);
}
