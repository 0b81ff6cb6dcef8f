using System.Text.Json.Nodes;
using Governance.Api.Http;

namespace Governance.Api.Features.Exports.Linked;

/// <summary>Writes a graph as JSON-LD.</summary>
internal static class JsonLinked
{
    public static byte[] Of(Graph graph) => Json.Bytes(new JsonObject
    {
        ["@context"] = new JsonObject(graph.Declared.Select(p => KeyValuePair.Create(p.Key, (JsonNode?)JsonValue.Create(p.Value)))),
        ["@graph"] = new JsonArray([.. graph.Statements.Select(s => Node(s.Subject, s.Said))]),
    });

    private static JsonObject Node(string subject, IEnumerable<(string Predicate, IReadOnlyList<Term> Objects)> said)
    {
        var node = new JsonObject { ["@id"] = subject };
        foreach (var (predicate, objects) in said)
        {
            if (predicate == "rdf:type") node["@type"] = new JsonArray([.. objects.OfType<Term.Thing>().Select(t => JsonValue.Create(t.Name))]);
            else node[predicate] = new JsonArray([.. objects.Select(Value)]);
        }
        return node;
    }

    private static JsonObject Value(Term term)
    {
        if (term is Term.Thing thing) return new() { ["@id"] = thing.Name };
        var text = (Term.Text)term;
        var value = new JsonObject { ["@value"] = text.Value };
        if (text.Language is not null) value["@language"] = text.Language;
        if (text.Type is not null) value["@type"] = text.Type;
        return value;
    }
}
