using System.Text.Json.Nodes;
using Governance.Api.Features.Recording.Forms;

namespace Governance.Api.Features.Recording.Entries;

/// <summary>One kind of value in a form: how it is asked for, and how what was typed becomes JSON. What cannot be read stays as it was typed, for the reader of requests to say what is wrong.</summary>
public abstract class Entry
{
    /// <summary>The JSON of what was typed; null where nothing was.</summary>
    public abstract JsonNode? Read(SentFields sent, string path, ReferenceChoices known);

    /// <summary>What asks for it, with what stands there already.</summary>
    public abstract Control Show(JsonNode? value, string path, ReferenceChoices known);

    /// <summary>A value as text; of what is no single value, nothing.</summary>
    public static string TextOf(JsonNode? value) => value is not JsonValue single ? "" : single.TryGetValue<string>(out var text) ? text : single.ToJsonString();

    protected static JsonValue? Text(string text) => text.Length == 0 ? null : JsonValue.Create(text);
}
