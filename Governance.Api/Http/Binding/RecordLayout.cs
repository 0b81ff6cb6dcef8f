using System.Reflection;
using Governance.Domain.Values;

namespace Governance.Api.Http.Binding;

/// <summary>What a record is made from: its constructor's parameters, the properties set besides, and the records whose members stand among its own.</summary>
internal sealed class RecordLayout
{
    private readonly ConstructorInfo constructor;
    private readonly List<(int Slot, RecordLayout? Inline)> arguments = [];
    private readonly List<(int Slot, PropertyInfo Property)> properties = [];
    private readonly Dictionary<string, int> slots;

    public RecordLayout(Type type)
    {
        constructor = type.GetConstructors().MaxBy(candidate => candidate.GetParameters().Length)
            ?? throw new NotSupportedException($"{type} has no public constructor to be read by.");
        var parameters = constructor.GetParameters();
        var nullability = new NullabilityInfoContext();
        Rules = [.. ShapeRule.Of(type)];
        HasOwnRefs = type.IsDefined(typeof(OneOfEachRefAttribute));
        var besides = type.GetProperties().Where(property => property.SetMethod is { IsPublic: true } && !parameters.Any(p => p.Name == property.Name)).ToLookup(p => p.Name == "Ref");
        foreach (var property in besides[true]) Add(property);
        foreach (var parameter in parameters) Add(parameter, type.GetProperty(parameter.Name!)!, nullability);
        foreach (var property in besides[false]) Add(property);
        slots = Members.Index().ToDictionary(member => member.Item.Word, member => member.Index, StringComparer.Ordinal);
    }

    /// <summary>Every member, in the order they are written.</summary>
    public List<RecordMember> Members { get; } = [];

    /// <summary>The place of a member among them; negative where none is called so.</summary>
    public int Slot(string word) => slots.GetValueOrDefault(word, -1);

    /// <summary>What holds between members.</summary>
    public List<ShapeRule> Rules { get; }

    /// <summary>Whether no two things in it bear the same ref.</summary>
    public bool HasOwnRefs { get; private set; }

    /// <summary>The record that has these values, one for each member.</summary>
    public object Make(ReadOnlySpan<object?> values)
    {
        var given = new object?[arguments.Count];
        for (var i = 0; i < given.Length; i++)
            given[i] = arguments[i] is { Inline: { } inline, Slot: var slot } ? inline.Make(values.Slice(slot, inline.Members.Count)) : values[arguments[i].Slot];
        var record = constructor.Invoke(given);
        foreach (var (slot, property) in properties)
            if (values[slot] is { } value) property.SetValue(record, value);
        return record;
    }

    private void Add(PropertyInfo property)
    {
        properties.Add((Members.Count, property));
        Members.Add(RecordMember.Of(property));
    }

    private void Add(ParameterInfo parameter, PropertyInfo property, NullabilityInfoContext nullability)
    {
        if (!parameter.IsDefined(typeof(InlineAttribute)))
        {
            arguments.Add((Members.Count, null));
            Members.Add(RecordMember.Of(parameter, property, nullability));
            return;
        }

        var inline = new RecordLayout(parameter.ParameterType);
        arguments.Add((Members.Count, inline));
        Members.AddRange(inline.Members.Select(member => member with { Get = record => member.Get(property.GetValue(record)!) }));
        Rules.AddRange(inline.Rules);
        HasOwnRefs |= inline.HasOwnRefs;
    }
}
