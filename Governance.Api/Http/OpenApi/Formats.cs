using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Governance.Api.Http.OpenApi;

/// <summary>Where the formats of others are told of, and an example of each: a file named by the operation, its ending by the media type.</summary>
internal static class Formats
{
    private const string Folder = "Governance.Api.Http.OpenApi.Examples.";

    private static readonly Dictionary<string, string> Endings = new(StringComparer.Ordinal)
    {
        ["json"] = "application/json",
        ["jsonld"] = "application/ld+json",
        ["ttl"] = "text/turtle",
        ["csv"] = "text/csv",
        ["ndjson"] = "application/x-ndjson",
        ["xml"] = "application/atom+xml",
        ["ics"] = "text/calendar",
        ["sse"] = "text/event-stream",
        ["html"] = "text/html",
        ["md"] = "text/markdown",
    };

    private static readonly Dictionary<string, (string What, string Address)> Told = new(StringComparer.Ordinal)
    {
        ["ExportPopolo"] = ("Popolo, the data standard for who holds which office", "https://www.popoloproject.com/specs/"),
        ["ImportPopolo"] = ("Popolo, the data standard for who holds which office", "https://www.popoloproject.com/specs/"),
        ["ExportTurtle"] = ("The organization ontology of the W3C", "https://www.w3.org/TR/vocab-org/"),
        ["ExportJsonLd"] = ("The organization ontology of the W3C", "https://www.w3.org/TR/vocab-org/"),
        ["ExportMembers"] = ("Comma-separated values, RFC 4180", "https://www.rfc-editor.org/rfc/rfc4180"),
        ["ExportEvents"] = ("JSON, a line each", "https://github.com/ndjson/ndjson-spec"),
        ["ReadAtom"] = ("Atom, RFC 4287", "https://www.rfc-editor.org/rfc/rfc4287"),
        ["ReadCalendar"] = ("iCalendar, RFC 5545", "https://www.rfc-editor.org/rfc/rfc5545"),
        ["StreamChanges"] = ("Server-sent events", "https://html.spec.whatwg.org/multipage/server-sent-events.html"),
        ["ReadCommittees"] = ("The organisation in the words of schema.org", "https://schema.org/Organization"),
    };

    private static readonly ILookup<string, (string MediaType, string Text)> Shown = typeof(Formats).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Select(name => (Name: name, Parts: name[Folder.Length..].Split('.')))
        .ToLookup(file => file.Parts[0], file => (Endings[file.Parts[1]], Read(file.Name)), StringComparer.Ordinal);

    /// <summary>Adds to an operation what there is for it.</summary>
    public static void Describe(OpenApiOperation operation)
    {
        if (operation.OperationId is not { } name) return;
        if (Told.TryGetValue(name, out var told)) operation.ExternalDocs = new OpenApiExternalDocs { Description = told.What, Url = new Uri(told.Address) };
        var contents = operation.RequestBody?.Content ?? operation.Responses?.FirstOrDefault(r => r.Key.StartsWith('2')).Value?.Content;
        foreach (var (mediaType, text) in Shown[name])
            if (contents?.FirstOrDefault(c => c.Key.StartsWith(mediaType, StringComparison.Ordinal)).Value is OpenApiMediaType content)
                content.Examples = new Dictionary<string, IOpenApiExample>(StringComparer.Ordinal) { ["example"] = new OpenApiExample { Summary = "In part", Value = Value(mediaType, text) } };
    }

    private static JsonNode Value(string mediaType, string text) => mediaType == "application/json" ? JsonNode.Parse(text)! : JsonValue.Create(text)!;

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(Formats).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
