using Governance.Api.Http.Binding;
using Microsoft.OpenApi;

namespace Governance.Api.Http.OpenApi;

/// <summary>Describes the body, the query and the headers that an endpoint takes, from the types it takes them as.</summary>
internal static class OperationParts
{
    public static void Describe(OpenApiOperation operation, IEnumerable<object> metadata, SchemaBook book)
    {
        foreach (var part in metadata)
        {
            if (part is BodyMetadata body) operation.RequestBody = Body(body.Type, book);
            if (part is QueryMetadata query) Add(operation, query.Shape.Members.Select(member => Query(member, book)));
            if (part is HeaderMetadata header) Add(operation, [Header(header)]);
        }
    }

    private static OpenApiRequestBody Body(Type type, SchemaBook book) => new()
    {
        Required = true,
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
        {
            ["application/json"] = new() { Schema = Shapes.Of(type).Describe(book), Examples = Examples.Of(type) },
        },
    };

    private static OpenApiParameter Query(RecordMember member, SchemaBook book) => new()
    {
        Name = member.Word,
        In = ParameterLocation.Query,
        Required = member.IsRequired,
        Description = member.Description,
        Schema = member.Shape.Describe(book),
    };

    private static OpenApiParameter Header(HeaderMetadata header) => new()
    {
        Name = header.Name,
        In = ParameterLocation.Header,
        Description = header.Description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static void Add(OpenApiOperation operation, IEnumerable<OpenApiParameter> parameters) =>
        operation.Parameters = [.. operation.Parameters ?? [], .. parameters];
}
