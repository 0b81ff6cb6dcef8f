using System.Text.Json.Serialization.Metadata;
using Governance.Api.Http.Binding;
using Governance.Domain.Decisions;
using Governance.Domain.Values;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Governance.Api.Http.OpenApi;

/// <summary>Describes answers as they are written: dates, names, ids and decisions in forms of their own, and the unset left out.</summary>
internal static class AnswerSchemas
{
    public static Task Describe(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken ct)
    {
        var book = new SchemaBook(context.Document!);
        DescribeOwn(schema, context.JsonTypeInfo.Type, book);
        if (context.JsonTypeInfo.Kind == JsonTypeInfoKind.Enumerable && schema.Items is null)
        {
            var item = new OpenApiSchema();
            DescribeOwn(item, context.JsonTypeInfo.ElementType!, book);
            schema.Items = item;
        }

        foreach (var property in context.JsonTypeInfo.Properties)
            if (property.IsGetNullable) schema.Required?.Remove(property.Name);
        return Task.CompletedTask;
    }

    private static void DescribeOwn(OpenApiSchema schema, Type declared, SchemaBook book)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (type == typeof(Decision) || type == typeof(Change)) schema.AllOf = [Shapes.Of(type).Describe(book)];
        else if (IsId(type)) (schema.Type, schema.Format) = (JsonSchemaType.String, "uuid");
        else if (type != typeof(string) && Texts.ByType.TryGetValue(type, out var text) && text.Describe(book) is OpenApiSchema described)
            (schema.Type, schema.Format, schema.Pattern, schema.Examples) = (described.Type, described.Format, described.Pattern, described.Examples);
    }

    private static bool IsId(Type type) => type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IId<>));
}
