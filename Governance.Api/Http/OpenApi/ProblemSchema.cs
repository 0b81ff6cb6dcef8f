using System.Text.Json.Nodes;
using Governance.Api.Http.Problems;
using Governance.Domain.Values;
using Microsoft.OpenApi;

namespace Governance.Api.Http.OpenApi;

/// <summary>Describes refusals.</summary>
internal static class ProblemSchema
{
    /// <summary>The answer that these refusals, all of one status, share.</summary>
    public static OpenApiResponse Response(IReadOnlyList<ProblemType> types, OpenApiDocument document) => new()
    {
        Description = string.Join(" / ", types.Select(type => $"{type.Title.En} ({type.Address})")),
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
        {
            [Problem.ContentType] = new()
            {
                Schema = new OpenApiSchemaReference(nameof(Problem), document),
                Examples = types.ToDictionary(type => type.Word, Example, StringComparer.Ordinal),
            },
        },
    };

    /// <summary>The schema of all refusals.</summary>
    public static OpenApiSchema Describe(IOpenApiSchema violations) => new()
    {
        Description = "RFC 9457.",
        Type = JsonSchemaType.Object,
        Required = new HashSet<string>(["type", "title", "status", "detail"], StringComparer.Ordinal),
        Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["type"] = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. ProblemType.All.Select(type => JsonValue.Create(type.Address))] },
            ["title"] = Text(),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
            ["detail"] = Text(),
            ["instance"] = Text(),
            ["traceId"] = Text("Finds the request in our logs."),
            ["faults"] = new OpenApiSchema
            {
                Description = "Every fault in the form of the request: where, and what.",
                Type = JsonSchemaType.Array,
                Items = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Required = new HashSet<string>(["path", "message"], StringComparer.Ordinal),
                    Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal) { ["path"] = Text("changes[2].body, ?asOf, or a header's name."), ["message"] = Text() },
                },
            },
            ["violations"] = violations,
            ["since"] = new OpenApiSchema { Description = "What was registered since, as in the feed.", Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.Object } },
        },
    };

    private static IOpenApiExample Example(ProblemType type)
    {
        var problem = StatusProblems.All.FirstOrDefault(known => known.Type == type);
        return new OpenApiExample
        {
            Value = new JsonObject
            {
                ["type"] = type.Address,
                ["title"] = type.Title.In(Language.En),
                ["status"] = type.Status,
                ["detail"] = problem?.Detail.In(Language.En) ?? type.Title.In(Language.En),
            },
        };
    }

    private static OpenApiSchema Text(string? description = null) => new() { Type = JsonSchemaType.String, Description = description };
}
