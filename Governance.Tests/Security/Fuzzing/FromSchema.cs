using System.Text.Json.Nodes;

namespace Governance.Tests.Security.Fuzzing;

/// <summary>JSON as a schema has it, but for what the dice makes otherwise: left out, repeated, unknown, of another type.</summary>
public sealed class FromSchema(JsonNode description, OddValues odd, IReadOnlyList<string> ids)
{
    private const int Deepest = 8;

    public string Make(JsonNode? schema, int depth = 0)
    {
        if (odd.OneIn(40) || depth > Deepest || schema is not JsonObject) return odd.Json(depth);
        if (schema["$ref"]?.GetValue<string>() is { } reference) return Make(reference.Split('/').Skip(1).Aggregate(description, (node, part) => node[part]!), depth + 1);
        if (schema["enum"] is JsonArray { Count: > 0 } words) return odd.One(words.Select(w => w?.ToJsonString() ?? "null").ToList());
        if (schema["const"] is { } only) return only.ToJsonString();
        if (schema["properties"] is JsonObject members) return Record(members, schema["required"]?.AsArray().Select(r => r!.GetValue<string>()).ToHashSet() ?? [], depth);
        if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray { Count: > 0 } several) return Make(odd.One(several.ToList()), depth + 1);
        return Of(schema, schema["type"] is JsonArray types ? odd.One(types.Select(t => t!.GetValue<string>()).ToList()) : schema["type"]?.GetValue<string>(), depth);
    }

    private string Of(JsonNode schema, string? type, int depth) => type switch
    {
        "array" => $"[{string.Join(',', Enumerable.Range(0, odd.One([0, 1, 1, 2, 3])).Select(_ => Make(schema["items"], depth + 1)))}]",
        "integer" or "number" => odd.OneIn(4) ? odd.Number() : odd.One(["1", "2", "12", "2022"]),
        "boolean" => odd.One(["true", "false"]),
        "null" => "null",
        "string" when odd.OneIn(8) => OddValues.Quoted(odd.Text()),
        "string" => OddValues.Quoted(schema["format"]?.GetValue<string>() switch
        {
            "uuid" => odd.One(ids),
            "date" => odd.One(["2018-02-28", "2019-06-15", "2020-02-29", "2024-12-31", "2031-01-01"]),
            "date-time" => "2022-06-15T12:00:00Z",
            "uri" => "https://listens.invalid/",
            _ => odd.One(["Styre", "Arbeidsgruppe for kvalitet", "2020-01-01", odd.One(ids)]),
        }),
        _ => odd.Json(depth),
    };

    private string Record(JsonObject members, HashSet<string> required, int depth)
    {
        var made = new List<string>();
        foreach (var (name, schema) in members)
        {
            if (odd.OneIn(required.Contains(name) ? 40 : 3)) continue;
            made.Add($"{OddValues.Quoted(name)}:{Make(schema, depth + 1)}");
            if (odd.OneIn(60)) made.Add($"{OddValues.Quoted(name)}:{odd.Json(depth)}");
        }
        if (odd.OneIn(40)) made.Add($"{OddValues.Quoted(odd.Text())}:{odd.Json(depth)}");
        return $"{{{string.Join(',', made)}}}";
    }
}
