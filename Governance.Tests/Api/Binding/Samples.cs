using System.Reflection;
using Governance.Api.Http.OpenApi;
using Governance.Domain.Decisions;
using Governance.Domain.People;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Tests.Api.Binding;

/// <summary>Made-up values for every member of a record, or for a chance choice of its optional ones.</summary>
internal sealed class Samples(Random chance, bool everyMember)
{
    private readonly NullabilityInfoContext nullability = new();
    private int refs;

    /// <summary>The decision that the description of the API shows.</summary>
    public static string Reorganisation { get; } = Examples.Of(typeof(Decision))!["reorganisation"].Value!.ToJsonString();

    public static IEnumerable<Type> ChangeTypes => typeof(Change).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Change)) && !type.IsAbstract);

    public object Of(Type type)
    {
        var parameters = type.GetConstructors().MaxBy(constructor => constructor.GetParameters().Length)!.GetParameters();
        var record = Activator.CreateInstance(type, [.. parameters.Select(Argument)])!;
        foreach (var property in type.GetProperties().Where(p => p.SetMethod is not null && parameters.All(q => q.Name != p.Name) && (everyMember || chance.Next(2) == 0)))
            property.SetValue(record, property.Name == "Ref" ? NewRef() : Value(property.PropertyType));
        return record;
    }

    private object? Argument(ParameterInfo parameter)
    {
        var optional = parameter.HasDefaultValue || nullability.Create(parameter).WriteState != NullabilityState.NotNull;
        if (optional && !everyMember && chance.Next(2) == 0) return parameter.HasDefaultValue ? parameter.DefaultValue : null;
        if (parameter.Name == "Ref") return NewRef();
        return parameter.Name is "Url" or "Link" ? "https://eksempel.no/æ?a=1&b=<2>" : Value(parameter.ParameterType);
    }

    private object? Value(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string)) return Pick("Brukerpanel", "#senter", "Å \"sitere\" & <b>", "emoji 👩‍⚕️\nny linje", "null");
        if (type == typeof(int)) return chance.Next(0, 100);
        if (type == typeof(bool)) return chance.Next(2) == 0;
        if (type == typeof(Name)) return Name.Of(Pick("Styringsgruppe", "Arbeidsgruppe for «ø»", "A"));
        if (type == typeof(PartialDate)) return PartialDate.Parse(Pick("2016", "2016-08", "2016-08-15", "2999-12-31", "1000"));
        if (type == typeof(TermLength)) return new TermLength(chance.Next(1, 9), chance.Next(12), chance.Next(30));
        if (type == typeof(PersonReference)) return chance.Next(2) == 0 ? new PersonReference.Existing("#p") : Of(typeof(PersonReference.New));
        if (type == typeof(Change)) return Of(ChangeTypes.ElementAt(chance.Next(ChangeTypes.Count())));
        if (type.IsEnum) return Enum.GetValues(type).GetValue(chance.Next(Enum.GetValues(type).Length));
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Optional<>))
            return Activator.CreateInstance(type, everyMember || chance.Next(2) == 0 ? Value(type.GetGenericArguments()[0]) : null);
        return type.IsGenericType ? List(type.GetGenericArguments()[0]) : Of(type);
    }

    private Array List(Type item)
    {
        var list = Array.CreateInstance(item, chance.Next(0, 4));
        for (var i = 0; i < list.Length; i++) list.SetValue(Value(item), i);
        return list;
    }

    private string NewRef() => $"r{++refs}";

    private string Pick(params string[] texts) => texts[chance.Next(texts.Length)];
}
