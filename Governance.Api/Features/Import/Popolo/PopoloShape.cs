using System.Text.Json;
using System.Text.RegularExpressions;
using Governance.Api.Http.Binding;
using Governance.Domain.Composition;
using Governance.Domain.Decisions;
using Governance.Domain.Values;
using Microsoft.OpenApi;

namespace Governance.Api.Features.Import.Popolo;

/// <summary>How a Popolo document stands in JSON.</summary>
internal sealed partial class PopoloShape : Shape
{
    private static readonly string[] Lists = ["organizations", "posts", "persons", "memberships", "events", "motions"];

    public override Phrase Is => new("et objekt", "an object");

    public override object? Read(JsonElement json, JsonLocation place, RequestReader reading)
    {
        if (json.ValueKind != JsonValueKind.Object) return WrongType(json, place, reading);
        var root = new PopoloRecord(json, "", reading);
        var meta = root.Object("meta");
        meta.Skip("as_of", "history", "known_at", "position");
        var isWithheld = meta.Truth("withheld") ?? false;
        var organizations = root.List("organizations");
        var document = new PopoloDocument(
            meta.Text("cluster"), [.. organizations.Select(o => PopoloOrganizationShape.Read(o, isOurs: meta.Text("cluster") is not null))], [.. root.List("posts").Select(Post)],
            [.. root.List("persons").Select(PopoloPersonShape.Read)], PopoloMembershipShape.All(root.List("memberships")),
            [.. root.List("events").Concat(organizations.SelectMany(o => o.List("legislative_periods"))).Select(Event)], [.. root.List("motions").Select(Motion).OfType<PopoloMotion>()], [], isWithheld);
        return document with { Unused = [.. root.Unasked.GroupBy(Everywhere, StringComparer.Ordinal).Select(Unused)] };
    }

    public override void Write(Utf8JsonWriter writer, object value) => throw new NotSupportedException("Popolo is written by its export.");

    public override IOpenApiSchema Describe(SchemaBook book) => new OpenApiSchema
    {
        Description = "A Popolo document (https://www.popoloproject.com), as /export/popolo.json writes it or as is usual; members we have no use for are passed over, with a note.",
        Type = JsonSchemaType.Object,
        Properties = Lists.ToDictionary(
            list => list, IOpenApiSchema (_) => new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.Object } }, StringComparer.Ordinal),
    };

    private static PopoloPost Post(PopoloRecord p)
    {
        var (extra, office) = (p.Object("extra"), p.Object("extra").Object("ex_officio"));
        var follows = office.Text("organization_id") is { } body && office.Word<SeatRole>("role") is { } role ? new PopoloOffice(office.Pointer, body, role, office.Truth("all") ?? false) : null;
        return new(
            p.Pointer, p.Needed("id"), p.Text("role"), p.Text("label"), extra.Text("title"), p.Needed("organization_id"), p.Uncertain("start_date"), p.Uncertain("end_date"), extra.Truth("votes"), extra.Number("order"),
            extra.Text("represents_id"), extra.Text("represents"), extra.Text("deputy_for"), follows, extra.Truth("user_representative"), extra.Truth("held_by_organisation"), extra.Truth("personal") ?? false, extra.Text("status"));
    }

    private static PopoloEvent Event(PopoloRecord e)
    {
        e.Skip("classification", "organization_id");
        return new(e.Pointer, e.Needed("id"), e.Date("start_date"), e.Date("end_date"));
    }

    /// <summary>Only what was passed, and when, is a decision; the rest is passed over with a note.</summary>
    private static PopoloMotion? Motion(PopoloRecord m)
    {
        if (m.Text("result") is not ("passed" or "pass") || (m.Text("text") ?? m.Text("identifier")) is not { } title || m.Date("date") is not { } date)
        {
            m.Pass();
            return null;
        }
        var extra = m.Object("extra");
        return new(
            m.Pointer, m.Text("id") ?? m.Pointer, title, m.Text("identifier"), m.Text("organization_id"), date, extra.Word<Visibility>("visibility"), extra.Text("decided_by"), extra.Text("text"),
            extra.Read<Decision>("decision"));
    }

    private static string Everywhere(string pointer) => Places().Replace(pointer, "/*");

    private static ImportedNote Unused(IGrouping<string, string> places)
    {
        var (member, count) = (Text.Beginning(places.Key.Replace("/*", "", StringComparison.Ordinal).Split('/')[^1]), places.Count());
        var (nb, en) = count == 1 ? ("", "") : ($", her og {count - 1} steder til", $", here and in {count - 1} other places");
        return new(places.First(), new($"«{member}» er ikke brukt{nb}.", $"'{member}' is not used{en}."));
    }

    [GeneratedRegex("/[0-9]+(?=/|$)", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Places();
}
