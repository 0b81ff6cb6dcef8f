using System.Text.Json;
using Governance.Api.Http.Binding;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Api.Features.Import.Popolo;

/// <summary>An object of a Popolo document, read leniently: what we have no use for is passed over, and what is null or empty is absent. Faults are told by JSON pointer (RFC 6901).</summary>
internal sealed class PopoloRecord(JsonElement json, string pointer, Reading reading)
{
    private static readonly Phrase NotADate = new("Er ikke en dato. Popolo skriver 2016, 2016-08 eller 2016-08-15.", "Is not a date. Popolo writes 2016, 2016-08 or 2016-08-15.");

    /// <summary>Its place in the document.</summary>
    public string Pointer => pointer;

    /// <summary>The place of a member.</summary>
    public string At(string member) => $"{pointer}/{member}";

    /// <summary>Tells what is wrong with a member.</summary>
    public void Fault(string member, Phrase message) => reading.Fault(Place.Elsewhere(At(member)), message);

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
    public Name? Name(string member) => Text(member) is not null ? Texts.ByType[typeof(Name)].Read(Found(member), Place.Elsewhere(At(member)), reading) as Name : null;

    /// <summary>A date, as precise as it is given.</summary>
    public PartialDate? Date(string member)
    {
        if (Text(member) is not { } text) return null;
        if (PartialDate.TryParse(text, null, out var date)) return date;
        Fault(member, NotADate);
        return null;
    }

    /// <summary>Whether something is so.</summary>
    public bool? Truth(string member) => Found(member) is { ValueKind: JsonValueKind.True or JsonValueKind.False } found ? found.GetBoolean() : null;

    /// <summary>The objects of a list, none where it is absent.</summary>
    public IReadOnlyList<PopoloRecord> List(string member)
    {
        if (Member(member, JsonValueKind.Array) is not { } found) return [];
        var items = found.EnumerateArray().Select((item, i) => (item, At: $"{At(member)}/{i}")).ToList();
        foreach (var (item, at) in items.Where(i => i.item.ValueKind != JsonValueKind.Object)) reading.Fault(Place.Elsewhere(at), FaultMessages.WrongType(new("et objekt", "an object"), item.ValueKind));
        return [.. items.Where(i => i.item.ValueKind == JsonValueKind.Object).Select(i => new PopoloRecord(i.item, i.At, reading))];
    }

    /// <summary>The texts of a list.</summary>
    public IReadOnlyList<string> Lines(string member) =>
        Member(member, JsonValueKind.Array) is { } found ? [.. found.EnumerateArray().Select((line, i) => line.ValueKind == JsonValueKind.String ? Plain(line, $"{At(member)}/{i}") : null).OfType<string>()] : [];

    /// <summary>The object that is a member; an empty one where it is absent.</summary>
    public PopoloRecord Object(string member) => new(Member(member, JsonValueKind.Object) ?? default, At(member), reading);

    private string? Plain(JsonElement text, string at) =>
        Http.Binding.Text.Of(text) is { } words && string.IsNullOrWhiteSpace(words) ? null : (Texts.Plain.Read(text, Place.Elsewhere(at), reading) as string)?.Trim();

    /// <summary>A member as it stands there, the last of several; undefined where it is absent. Its neighbours' names may be anything.</summary>
    private JsonElement Found(string member) =>
        json.ValueKind == JsonValueKind.Object ? json.EnumerateObject().LastOrDefault(m => Http.Binding.Text.NameOf(m) == member).Value : default;

    private JsonElement? Member(string member, JsonValueKind kind)
    {
        var found = Found(member);
        if (found.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null) return null;
        if (found.ValueKind == kind) return found;
        Fault(member, FaultMessages.WrongType(kind switch { JsonValueKind.Array => new("en liste", "a list"), JsonValueKind.Object => new("et objekt", "an object"), _ => new("tekst", "a text") }, found.ValueKind));
        return null;
    }
}
