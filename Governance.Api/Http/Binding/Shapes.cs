using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Governance.Api.Features.Import.Popolo;
using Governance.Domain.People;
using Governance.Domain.Values;

namespace Governance.Api.Http.Binding;

/// <summary>The shape of every type that requests are made of, found by looking at the type once.</summary>
public static class Shapes
{
    private static readonly ConcurrentDictionary<(Type, bool), Shape> known = new();

    /// <summary>The shape of a type.</summary>
    public static Shape Of(Type type) => Of(type, oneWillDo: false);

    /// <summary>The shape of a record's parameter, with what its attributes say.</summary>
    public static Shape Of(ParameterInfo parameter) =>
        parameter.IsDefined(typeof(WebAddressAttribute)) ? Texts.WebAddress
        : parameter.IsDefined(typeof(UncertainAttribute)) ? Texts.UncertainDate
        : parameter.IsDefined(typeof(SingleLineAttribute)) ? Line(parameter.ParameterType)
        : IsRef(parameter.Name!, parameter.ParameterType) ? Texts.Ref
        : parameter.GetCustomAttribute<RangeAttribute>() is { } range ? NumberShape.Within(range)
        : parameter.IsDefined(typeof(LastingAttribute)) && IsOf(parameter.ParameterType, typeof(Optional<>), out var given) ? Optional(given, Of(given), lasts: true)
        : parameter.GetCustomAttribute<MostWordsAttribute>() is { } most && IsOf(parameter.ParameterType, typeof(IReadOnlyList<>), out var text) ? new ListShape(text, Of(text), oneWillDo: false, most.Words)
        : Of(parameter.ParameterType, parameter.IsDefined(typeof(OneOrManyAttribute)));

    /// <summary>The shape of a record's property that no parameter sets.</summary>
    public static Shape Of(PropertyInfo property) =>
        IsRef(property.Name, property.PropertyType) ? Texts.Ref : property.IsDefined(typeof(UncertainAttribute)) ? Texts.UncertainDate : Of(property.PropertyType);

    private static Shape Line(Type type) => IsOf(type, typeof(Optional<>), out var given) ? Optional(given, Texts.SingleLine, lasts: false) : Texts.SingleLine;

    private static bool IsRef(string name, Type type) => name == "Ref" && type == typeof(string);

    private static Shape Of(Type type, bool oneWillDo) => known.GetOrAdd((Nullable.GetUnderlyingType(type) ?? type, oneWillDo), static key => Make(key.Item1, key.Item2));

    private static Shape Make(Type type, bool oneWillDo)
    {
        if (Texts.ByType.TryGetValue(type, out var text)) return text;
        if (type == typeof(PopoloDocument)) return new PopoloShape();
        if (type == typeof(int)) return NumberShape.Count;
        if (type == typeof(long)) return NumberShape.Position;
        if (type == typeof(bool)) return new TruthShape();
        if (type == typeof(PersonReference)) return new PersonReferenceShape();
        if (type.IsEnum) return new WordShape(type);
        if (IsOf(type, typeof(IReadOnlyList<>), out var item)) return new ListShape(item, Of(item), oneWillDo);
        if (IsOf(type, typeof(Optional<>), out var given)) return Optional(given, Of(given, oneWillDo), lasts: false);
        return type.IsAbstract ? new UnionShape(type) : new RecordShape(type);
    }

    private static bool IsOf(Type type, Type generic, out Type argument)
    {
        var matches = type.IsGenericType && type.GetGenericTypeDefinition() == generic;
        argument = matches ? type.GetGenericArguments()[0] : type;
        return matches;
    }

    private static Shape Optional(Type type, Shape given, bool lasts) => (Shape)Activator.CreateInstance(typeof(OptionalShape<>).MakeGenericType(type), given, lasts)!;
}
