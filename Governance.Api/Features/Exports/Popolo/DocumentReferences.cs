using System.Text.Json;
using System.Text.Json.Nodes;
using Governance.Api.Http;
using Governance.Api.Http.Binding;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Bodies;
using Governance.Domain.Decisions;
using Governance.Domain.Partners;
using Governance.Domain.People;
using Governance.Domain.Views;

namespace Governance.Api.Features.Exports.Popolo;

/// <summary>Decisions told in a document: what they name and make by its list and id there, <c>#organizations/…</c>.</summary>
/// <param name="decisions">Those in the document.</param>
internal sealed class DocumentReferences(Viewpoint view, IEnumerable<DecisionId> decisions)
{
    private readonly ClusterHistory history = view.History;
    private readonly HashSet<DecisionId> decisions = [.. decisions];
    private readonly Cluster? last = view.History.AsOf(DateOnly.MaxValue);

    /// <summary>A revision in the form in which a decision is recorded, for another installation: what it makes called by the id that it has here.</summary>
    public JsonNode Told(Revision revision)
    {
        var form = Recall.Of(revision);
        var called = new HashSet<string>(StringComparer.Ordinal);
        form = form with
        {
            Note = view.Audience == Audience.Reader ? form.Note : null,
            Follows = [.. (form.Follows ?? []).Where(id => Guid.TryParse(id, out var known) && decisions.Contains(new(known)))],
            Changes = [.. form.Changes!.Zip(revision.Facts, (change, fact) => Named(change, fact.Event, called))],
        };
        var told = JsonNode.Parse(Json.Bytes(writer => Requests.Write(writer, form)))!;
        Refer(told);
        return told;
    }

    /// <summary>The change with a ref that says what it makes, unless that was said before. A seat that is its own ref is a new one.</summary>
    private static Change Named(Change change, FactEvent told, HashSet<string> called)
    {
        return told switch
        {
            BodyEstablished e => change with { Ref = Once($"organizations/{e.Body}") },
            PartnerAdmitted e => change with { Ref = Once($"organizations/{e.Partner}") },
            SeatCreated e => change with { Ref = Once($"posts/{e.Seat}") },
            MemberAppointed { Personal: not null } e => change with { Ref = Once($"posts/{e.Seat}") },
            BodyReconstituted e => (ReconstituteBody)change with { Ref = null, Seats = [.. ((ReconstituteBody)change).Seats.Zip(e.Seats, (s, made) => s with { Ref = Once($"posts/{made.Seat}") })] },
            _ => change with { Ref = null },
        };

        string? Once(string name) => called.Add(name) ? name : null;
    }

    private void Refer(JsonNode node)
    {
        if (node is JsonArray list)
            for (var i = 0; i < list.Count; i++)
                if (Reference(list[i]) is { } text) list[i] = text;
                else if (list[i] is { } item) Refer(item);
        if (node is JsonObject record)
            foreach (var (member, value) in record.ToList())
                if (Reference(value) is { } text) record[member] = text;
                else if (value is not null) Refer(value);
    }

    private string? Reference(JsonNode? value) =>
        value?.GetValueKind() == JsonValueKind.String && Guid.TryParseExact(value.GetValue<string>(), "D", out var id) && ListOf(id) is { } list ? $"#{list}" : null;

    private string? ListOf(Guid id) =>
        last is null ? null
        : last.Bodies.ContainsKey(new(id)) || last.Partners.ContainsKey(new(id)) ? $"organizations/{id}"
        : last.SeatBodies.ContainsKey(new(id)) ? $"posts/{id}"
        : history.Persons.ContainsKey(new(id)) ? $"persons/{history.Aliases.GetValueOrDefault(new(id), new PersonId(id))}"
        : decisions.Contains(new(id)) ? $"motions/{id}" : null;
}
