using Governance.Domain.Clusters;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Api.Features.Import.Popolo;

/// <summary>What the organisations of a document are to us: the cluster, its bodies, its partners. Those with a parent, a post or a member are bodies, the others partners.</summary>
internal sealed class PopoloOrganizations
{
    private readonly PopoloDocument document;
    private readonly Dictionary<string, PopoloOrganization> byId;
    private readonly ILookup<string, PartialDate> dates;
    private readonly ILookup<string, PopoloMembership> onBehalf;
    private readonly HashSet<PopoloOrganization> bodies;
    private readonly Dictionary<string, PopoloPost> posts;

    public PopoloOrganizations(PopoloDocument document, ClusterSlug slug)
    {
        this.document = document;
        byId = document.Organizations.DistinctBy(o => o.Id).ToDictionary(o => o.Id, StringComparer.Ordinal);
        posts = document.Posts.DistinctBy(p => p.Id).ToDictionary(p => p.Id, StringComparer.Ordinal);
        var parents = document.Organizations.Select(o => o.Parent).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var seated = document.Posts.Select(p => p.Organization).Concat(document.Memberships.Select(BodyOf)).ToHashSet(StringComparer.Ordinal);
        Root = RootOf(slug, parents);
        bodies = document.Organizations.Where(o => o != Root && (o.Parent is not null || parents.Contains(o.Id) || seated.Contains(o.Id))).ToHashSet();
        (Bodies, Partners) = ([.. document.Organizations.Where(bodies.Contains)], [.. document.Organizations.Where(o => o != Root && !bodies.Contains(o))]);
        onBehalf = document.Memberships.Where(m => m.OnBehalfOf is not null).ToLookup(m => m.OnBehalfOf!, StringComparer.Ordinal);
        dates = document.Organizations.SelectMany(o => o.OtherNames.Select(n => (o.Id, n.From)).Append((o.Id, o.More.Mandate?.From)))
            .Concat(document.Posts.Select(p => (p.Organization, p.From))).Concat(document.Memberships.Select(m => (BodyOf(m), m.From)))
            .Where(d => d.Item2 is not null).ToLookup(d => d.Item1, d => d.Item2!.Value, StringComparer.Ordinal);
    }

    /// <summary>The cluster; null where none is it.</summary>
    public PopoloOrganization? Root { get; }

    public IReadOnlyList<PopoloOrganization> Bodies { get; }

    public IReadOnlyList<PopoloOrganization> Partners { get; }

    /// <summary>An organisation; null where there is none of that id.</summary>
    public PopoloOrganization? Find(string? id) => id is null ? null : byId.GetValueOrDefault(id);

    /// <summary>How many bodies one is under.</summary>
    public int Depth(PopoloOrganization body) => Above(body).Count();

    /// <summary>Whether an organisation is under itself.</summary>
    public bool IsCircular(PopoloOrganization organization) => Above(organization).Contains(organization);

    /// <summary>The day from which it is told of; null where nothing says.</summary>
    public PartialDate? Begins(PopoloOrganization organization) =>
        organization == Root || bodies.Contains(organization) ? organization.Founded ?? Earliest(dates[organization.Id]) : organization.More.PartnerSince ?? (IsRepresentedAllAlong(organization) ? null : Earliest(Represented(organization)));

    /// <summary>The organisation that a membership is in.</summary>
    public string BodyOf(PopoloMembership m) => m.Post is { } post && posts.TryGetValue(post, out var found) ? found.Organization : m.Organization;

    /// <summary>The earliest day of all.</summary>
    public PartialDate? First => Earliest(Bodies.Concat(Partners).Select(Begins).OfType<PartialDate>());

    /// <summary>The kind that a classification names, in our words or in those on screen.</summary>
    public static T? KindOf<T>(string? classification, Func<T, Phrase> shown) where T : struct, Enum
    {
        if (classification is null) return null;
        if (Words.TryParse<T>(classification.ToLowerInvariant().Replace(' ', '-').Replace('_', '-'), out var kind)) return kind;
        foreach (var candidate in Enum.GetValues<T>())
            if (shown(candidate).Nb.Equals(classification, StringComparison.OrdinalIgnoreCase) || shown(candidate).En.Equals(classification, StringComparison.OrdinalIgnoreCase)) return candidate;
        return null;
    }

    /// <summary>The first days of those who represent it, an undated one's as its body's.</summary>
    private IEnumerable<PartialDate> Represented(PopoloOrganization partner) => Representing(partner).Select(Since).OfType<PartialDate>();

    /// <summary>Whether it is represented in a body from a day that nothing says: then from the beginning.</summary>
    private bool IsRepresentedAllAlong(PopoloOrganization partner) => Representing(partner).Any(m => Since(m) is null);

    private PartialDate? Since(PopoloMembership m) => m.From ?? (m.Post is { } post && posts.TryGetValue(post, out var found) ? found.From : null) ?? (Find(BodyOf(m)) is { } body ? Begins(body) : null);

    private IEnumerable<PopoloMembership> Representing(PopoloOrganization partner) => onBehalf[partner.Id];

    private static PartialDate? Earliest(IEnumerable<PartialDate> dates) => dates.Select(d => (PartialDate?)d).MinBy(d => d!.Value.First);

    private PopoloOrganization? RootOf(ClusterSlug slug, HashSet<string> parents)
    {
        var tops = document.Organizations.Where(o => o.Parent is null && parents.Contains(o.Id)).ToList();
        return Find(document.Cluster) ?? Find(slug.Value) ?? tops.Find(o => o.Classification == "cluster") ?? (tops is [var only] ? only : null);
    }

    /// <summary>What it is under, as far as it goes, and once round where it goes round.</summary>
    private IEnumerable<PopoloOrganization> Above(PopoloOrganization organization)
    {
        var seen = new HashSet<PopoloOrganization>();
        for (var next = Find(organization.Parent); next is not null && next != Root && seen.Add(next); next = Find(next.Parent)) yield return next;
    }
}
