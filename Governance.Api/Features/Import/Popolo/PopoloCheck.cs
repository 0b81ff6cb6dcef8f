using Governance.Api.Http.Binding;
using Governance.Domain.Values;

namespace Governance.Api.Features.Import.Popolo;

/// <summary>Whether a document holds together: every id once, and what is referred to in it.</summary>
internal static class PopoloCheck
{
    private static readonly Phrase Unknown = new("Ingen i dokumentet har denne id-en.", "Nothing in the document has this id.");
    private static readonly Phrase Twice = new("Id-en er brukt før i listen.", "The id was used before in the list.");
    private static readonly Phrase Circular = new("Organisasjonen er under seg selv.", "The organisation is under itself.");
    private static readonly Phrase InTheCluster = new("Klyngen selv har ingen plasser; legg dem i et organ.", "The cluster itself has no seats; put them in a body.");

    /// <summary>All that is wrong.</summary>
    public static IEnumerable<Fault> Faults(PopoloDocument document, PopoloOrganizations organizations)
    {
        var persons = document.Persons.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        var posts = document.Posts.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        bool IsOrganization(string? id) => id is null || organizations.Find(id) is not null;
        bool IsRoot(string id) => organizations.Root is { } root && organizations.Find(id) == root;

        foreach (var at in Repeated(document.Organizations.Select(o => (o.Id, o.At))).Concat(Repeated(document.Posts.Select(p => (p.Id, p.At)))).Concat(Repeated(document.Persons.Select(p => (p.Id, p.At)))))
            yield return new($"{at}/id", Twice);
        foreach (var o in document.Organizations)
            if (!IsOrganization(o.Parent)) yield return new($"{o.At}/parent_id", Unknown);
            else if (organizations.IsCircular(o)) yield return new($"{o.At}/parent_id", Circular);
        foreach (var o in document.Organizations)
            if (o.More.AdvisoryTo.Any(id => !IsOrganization(id))) yield return new($"{o.At}/extra/advisory_to", Unknown);
        foreach (var p in document.Posts)
        {
            if (!IsOrganization(p.Organization)) yield return new($"{p.At}/organization_id", Unknown);
            else if (IsRoot(p.Organization)) yield return new($"{p.At}/organization_id", InTheCluster);
            if (p.DeputyFor is { } seat && !posts.Contains(seat)) yield return new($"{p.At}/extra/deputy_for", Unknown);
            if (p.ExOfficio is { } office && (!IsOrganization(office.Organization) || IsRoot(office.Organization))) yield return new($"{office.At}/organization_id", Unknown);
            if (!IsOrganization(p.RepresentsId)) yield return new($"{p.At}/extra/represents_id", Unknown);
        }
        foreach (var m in document.Memberships)
        {
            if (!persons.Contains(m.Person)) yield return new($"{m.At}/person_id", Unknown);
            if (m.Post is { } post && !posts.Contains(post)) yield return new($"{m.At}/post_id", Unknown);
            if (m.Post is null && !IsOrganization(m.Organization)) yield return new($"{m.At}/organization_id", Unknown);
            else if (m.Post is null && IsRoot(m.Organization)) yield return new($"{m.At}/organization_id", InTheCluster);
            if (!IsOrganization(m.OnBehalfOf)) yield return new($"{m.At}/on_behalf_of_id", Unknown);
        }
        foreach (var m in document.Motions)
            if (!IsOrganization(m.Organization)) yield return new($"{m.At}/organization_id", Unknown);
    }

    private static IEnumerable<string> Repeated(IEnumerable<(string Id, string At)> items) => items.GroupBy(i => i.Id, StringComparer.Ordinal).SelectMany(g => g.Skip(1)).Select(i => i.At);
}
