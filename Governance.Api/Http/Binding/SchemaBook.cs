using Microsoft.OpenApi;

namespace Governance.Api.Http.Binding;

/// <summary>The named schemas of an OpenAPI document.</summary>
public sealed class SchemaBook(OpenApiDocument document)
{
    /// <summary>A reference to the schema of a type, described the first time it is asked for.</summary>
    public OpenApiSchemaReference Named(Type type, Func<OpenApiSchema> describe)
    {
        var name = type.DeclaringType?.Name + type.Name;
        var components = document.Components ??= new OpenApiComponents();
        var schemas = components.Schemas ??= new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
        if (schemas.TryAdd(name, new OpenApiSchema())) schemas[name] = describe();
        return new OpenApiSchemaReference(name, document);
    }
}
