using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Governance.Api.Http.OpenApi;

/// <summary>Bodies to learn from, by the type that they are read as or answered as: a file named by the type, of OpenAPI's example objects by their name.</summary>
public static class Examples
{
    private const string Folder = "Governance.Api.Http.OpenApi.TypeExamples.";

    /// <summary>The examples of a type, read or answered; null where there are none.</summary>
    public static IDictionary<string, IOpenApiExample>? Of(Type type)
    {
        using var file = typeof(Examples).Assembly.GetManifestResourceStream($"{Folder}{type.Name}.json");
        return file is null ? null : JsonNode.Parse(file)!.AsObject().ToDictionary(
            example => example.Key, IOpenApiExample (example) => new OpenApiExample { Summary = (string?)example.Value!["summary"], Value = example.Value["value"]!.DeepClone() }, StringComparer.Ordinal);
    }
}
