using Governance.Api.Http.Binding;
using Governance.Domain.Decisions;
using Governance.Domain.Values;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Governance.Api.Http.OpenApi;

/// <summary>Describes in answers the types that are written in a form of their own: dates, names, ids, and what is handed in.</summary>
internal static class AnswerSchemas
{
    public static Task Describe(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken ct)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type == typeof(Decision) || type == typeof(Change)) schema.AllOf = [Shapes.Of(type).Describe(new SchemaBook(context.Document!))];
        else if (IsId(type)) (schema.Type, schema.Format) = (JsonSchemaType.String, "uuid");
        else if (type != typeof(string) && Texts.ByType.TryGetValue(type, out var text) && text.Describe(new SchemaBook(context.Document!)) is OpenApiSchema described)
            (schema.Type, schema.Format, schema.Pattern, schema.Examples) = (described.Type, described.Format, described.Pattern, described.Examples);
        return Task.CompletedTask;
    }

    private static bool IsId(Type type) => type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IId<>));
}
