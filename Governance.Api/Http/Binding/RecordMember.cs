using System.ComponentModel;
using System.Reflection;
using System.Text.Json;

namespace Governance.Api.Http.Binding;

/// <summary>A member of a record as JSON has it.</summary>
/// <param name="Default">The value where it is absent.</param>
/// <param name="Get">Its value in a record.</param>
/// <param name="Description">What it means, for the description of the API.</param>
public sealed record RecordMember(string Word, Shape Shape, bool IsRequired, object? Default, Func<object, object?> Get, string? Description = null)
{
    /// <summary>The member that a constructor's parameter takes.</summary>
    public static RecordMember Of(ParameterInfo parameter, PropertyInfo property, NullabilityInfoContext nullability) => new(
        Named(property),
        Shapes.Of(parameter),
        !parameter.HasDefaultValue && nullability.Create(parameter).WriteState == NullabilityState.NotNull,
        parameter.HasDefaultValue ? parameter.DefaultValue : null,
        property.GetValue,
        parameter.GetCustomAttribute<DescriptionAttribute>()?.Description);

    /// <summary>The member that an optional property takes.</summary>
    public static RecordMember Of(PropertyInfo property) => new(Named(property), Shapes.Of(property), IsRequired: false, Default: null, property.GetValue);

    /// <summary>Whether null says something here, rather than being absent.</summary>
    public bool TakesNull => Shape is OptionalShape;

    /// <summary>Writes it where the record has it.</summary>
    public void Write(Utf8JsonWriter writer, object record)
    {
        if (Get(record) is not { } value || (Shape is OptionalShape optional && !optional.IsGiven(value))) return;
        writer.WritePropertyName(Word);
        Shape.Write(writer, value);
    }

    private static string Named(PropertyInfo property) => JsonNamingPolicy.CamelCase.ConvertName(property.Name);
}
