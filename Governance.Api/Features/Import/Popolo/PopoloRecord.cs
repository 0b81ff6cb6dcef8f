using System.Text.Json;
using Governance.Api.Http.Binding;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Api.Features.Import.Popolo;

/// <summary>An object of a Popolo document, read leniently: what is null or empty is absent, and what nobody asks for is noted. Faults are told by JSON pointer (RFC 6901).</summary>
internal sealed class PopoloRecord
{
    private static readonly Phrase NotADate = new("Er ikke en dato. Popolo skriver 2016, 2016-08 eller 2016-08-15.", "Is not a date. Popolo writes 2016, 2016-08 or 2016-08-15.");

    private readonly JsonElement json;
    private readonly RequestReader reading;
    private readonly List<PopoloRecord> all;
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PopoloRecord> objects = new(StringComparer.Ordinal);
    private bool isPassed;

    public PopoloRecord(JsonElement json, string pointer, RequestReader reading) : this(json, pointer, reading, [])
    {
    }

    private PopoloRecord(JsonElement json, string pointer, RequestReader reading, List<PopoloRecord> all)
    {
        (this.json, Pointer, this.reading, this.all) = (json, pointer, reading, all);
        all.Add(this);
    }

    /// <summary>Its place in the document.</summary>
    public string Pointer { get; }

    /// <summary>The places of what was not asked for in the whole document, and is not empty.</summary>
    public IEnumerable<string> Unasked => all.SelectMany(r => r.Own());

    /// <summary>The place of a member.</summary>
    public string At(string member) => $"{Pointer}/{member}";

    /// <summary>Tells what is wrong with a member.</summary>
    public void Fault(string member, Phrase message) => reading.Fault(JsonLocation.Elsewhere(At(member)), message);

    /// <summary>Members that say nothing which does not stand elsewhere.</summary>
    public void Skip(params IReadOnlyList<string> members) => asked.UnionWith(members);

    /// <summary>Lets all of it go unused, with a note.</summary>
    public void Pass() => isPassed = true;

    /// <summary>A text.</summary>
    public string? Text(string member) => Member(member, JsonValueKind.String) is { } found ? Plain(found, At(member)) : null;

    /// <summary>A text that must be there.</summary>
    public string Needed(string member)
    {
        var before = reading.FaultCount;
        if (Text(member) is { } text) return text;
        if (reading.FaultCount == before) Fault(member, FaultMessages.Missing);
        return "";
    }

    /// <summary>A name.</summary>
    public Name? Name(string member) => Text(member) is not null ? Read<Name>(member) : null;

    /// <summary>One of our own types, in the form in which our API takes it.</summary>
    public T? Read<T>(string member) where T : class =>
        Found(member) is { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) } found ? Shapes.Of(typeof(T)).Read(found, JsonLocation.Elsewhere(At(member)), reading) as T : null;

    /// <summary>A word of ours; null for any other.</summary>
    public T? Word<T>(string member) where T : struct, Enum => Text(member) is { } text && Words.TryParse<T>(text, out var word) ? word : null;

    /// <summary>A date, as precise as it is given.</summary>
    public PartialDate? Date(string member)
    {
        if (Text(member) is not { } text) return null;
        if (PartialDate.TryParse(text, null, out var date)) return date;
        Fault(member, NotADate);
        return null;
    }

    /// <summary>A date from or until which something holds: it may also be unknown, or be known only to have been then at the latest, as EDTF has it; our own export puts that under <c>extra/edtf</c>. One of which nothing is known is absent.</summary>
    public PartialDate? Uncertain(string member)
    {
        var text = Text(member) ?? Object("extra").Object("edtf").Text(member);
        if (text is null) return null;
        if (PartialDate.TryParseUncertain(text, out var date)) return date == PartialDate.Unknown ? null : date;
        Fault(member, NotADate);
        return null;
    }

    /// <summary>Whether something is so.</summary>
    public bool? Truth(string member) => Found(member) is { ValueKind: JsonValueKind.True or JsonValueKind.False } found ? found.GetBoolean() : null;

    /// <summary>A whole number.</summary>
    public int? Number(string member) => Found(member) is { ValueKind: JsonValueKind.Number } found && found.TryGetInt32(out var number) ? number : null;

    /// <summary>The objects of a list, none where it is absent.</summary>
    public IReadOnlyList<PopoloRecord> List(string member)
    {
        if (Member(member, JsonValueKind.Array) is not { } found) return [];
        var items = found.EnumerateArray().Select((item, i) => (item, At: $"{At(member)}/{i}")).ToList();
        foreach (var (item, at) in items.Where(i => i.item.ValueKind != JsonValueKind.Object)) reading.Fault(JsonLocation.Elsewhere(at), FaultMessages.WrongType(new("et objekt", "an object"), item.ValueKind));
        return [.. items.Where(i => i.item.ValueKind == JsonValueKind.Object).Select(i => new PopoloRecord(i.item, i.At, reading, all))];
    }

    /// <summary>The texts of a list.</summary>
    public IReadOnlyList<string> Lines(string member) =>
        Member(member, JsonValueKind.Array) is { } found ? [.. found.EnumerateArray().Select((line, i) => line.ValueKind == JsonValueKind.String ? Plain(line, $"{At(member)}/{i}") : null).OfType<string>()] : [];

    /// <summary>The object that is a member; an empty one where it is absent.</summary>
    public PopoloRecord Object(string member) =>
        objects.TryGetValue(member, out var found) ? found : objects[member] = new(Member(member, JsonValueKind.Object) ?? default, At(member), reading, all);

    private string? Plain(JsonElement text, string at) =>
        Http.Binding.Text.Of(text) is { } words && string.IsNullOrWhiteSpace(words) ? null : (Texts.Plain.Read(text, JsonLocation.Elsewhere(at), reading) as string)?.Trim();

    /// <summary>A member as it stands there, the last of several; undefined where it is absent. Its neighbours' names may be anything.</summary>
    private JsonElement Found(string member)
    {
        asked.Add(member);
        return json.ValueKind == JsonValueKind.Object ? json.EnumerateObject().LastOrDefault(m => Http.Binding.Text.NameOf(m) == member).Value : default;
    }

    private JsonElement? Member(string member, JsonValueKind kind)
    {
        var found = Found(member);
        if (found.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null) return null;
        if (found.ValueKind == kind) return found;
        Fault(member, FaultMessages.WrongType(kind switch { JsonValueKind.Array => new("en liste", "a list"), JsonValueKind.Object => new("et objekt", "an object"), _ => new("tekst", "a text") }, found.ValueKind));
        return null;
    }

    private IEnumerable<string> Own() => isPassed ? [Pointer] : json.ValueKind != JsonValueKind.Object ? [] :
        from member in json.EnumerateObject()
        let name = Http.Binding.Text.NameOf(member)
        where name is not null && !asked.Contains(name) && !IsEmpty(member.Value)
        select At(name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));

    private static bool IsEmpty(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => true,
        JsonValueKind.String => value.ValueEquals(""),
        JsonValueKind.Array => value.GetArrayLength() == 0,
        JsonValueKind.Object => !value.EnumerateObject().Any(),
        _ => false,
    };
}
