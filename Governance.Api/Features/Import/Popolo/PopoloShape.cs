using System.Text.Json;
using Governance.Api.Http.Binding;
using Governance.Domain.Values;
using Microsoft.OpenApi;

namespace Governance.Api.Features.Import.Popolo;

/// <summary>How a Popolo document stands in JSON.</summary>
internal sealed class PopoloShape : Shape
{
    private static readonly Name Nameless = Name.Of("?");
    private static readonly string[] Lists = ["organizations", "posts", "persons", "memberships", "motions"];

    public override Phrase Is => new("et objekt", "an object");

    public override object? Read(JsonElement json, Place place, Reading reading)
    {
        if (json.ValueKind != JsonValueKind.Object) return WrongType(json, place, reading);
        var root = new PopoloRecord(json, "", reading);
        return new PopoloDocument(
            root.Object("meta").Text("cluster"), [.. root.List("organizations").Select(Organization)], [.. root.List("posts").Select(Post)], [.. root.List("persons").Select(Person)],
            [.. root.List("memberships").Select(Membership)], [.. root.List("motions").Select(Motion).OfType<PopoloMotion>()]);
    }

    public override void Write(Utf8JsonWriter writer, object value) => throw new NotSupportedException("Popolo is written by its export.");

    public override IOpenApiSchema Describe(SchemaBook book) => new OpenApiSchema
    {
        Description = "A Popolo document (https://www.popoloproject.com), as /export/popolo.json writes it or as is usual; members we have no use for are passed over.",
        Type = JsonSchemaType.Object,
        Properties = Lists.ToDictionary(
            list => list, IOpenApiSchema (_) => new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.Object } }, StringComparer.Ordinal),
    };

    private static PopoloOrganization Organization(PopoloRecord o)
    {
        var (names, numbers, extra) = (o.List("other_names"), o.List("identifiers"), o.Object("extra"));
        return new(
            o.Pointer, o.Needed("id"), Named(o), o.Text("classification"), o.Text("parent_id"), o.Date("founding_date"), o.Date("dissolution_date"),
            [.. names.Select(n => new PopoloName(n.Pointer, Named(n), n.Date("start_date"), n.Date("end_date")))],
            numbers.Where(n => n.Text("scheme") is "NO-BRC").Select(n => n.Text("identifier")).FirstOrDefault(), extra.Date("partner_since"), extra.Lines("mandate"), extra.Date("mandate_from"));
    }

    private static PopoloPost Post(PopoloRecord p)
    {
        var extra = p.Object("extra");
        return new(
            p.Pointer, p.Needed("id"), p.Text("role"), p.Text("label"), p.Needed("organization_id"), p.Date("start_date"), p.Date("end_date"), extra.Truth("votes"),
            extra.Text("represents_id"), extra.Text("represents"), extra.Text("deputy_for"));
    }

    private static PopoloPerson Person(PopoloRecord p) => new(
        p.Pointer, p.Needed("id"), Named(p), p.Text("email"), p.Text("gender"),
        [.. p.List("identifiers").Select(i => (i.Text("scheme"), i.Text("identifier"))).Where(i => i is { Item1: not null, Item2: not null }).Select(i => (i.Item1!, i.Item2!))]);

    private static PopoloMembership Membership(PopoloRecord m)
    {
        var post = m.Text("post_id");
        return new(
            m.Pointer, m.Needed("person_id"), m.Text("organization_id") ?? (post is null ? m.Needed("organization_id") : ""), post, m.Text("on_behalf_of_id"), m.Text("role"), m.Text("label"),
            m.Date("start_date"), m.Date("end_date"), m.Object("extra").Date("term_through"));
    }

    /// <summary>Only what was passed is a decision.</summary>
    private static PopoloMotion? Motion(PopoloRecord m) =>
        m.Text("result") is "passed" or "pass" && (m.Text("text") ?? m.Text("identifier")) is { } text && m.Date("date") is { } date
            ? new(m.Pointer, text, m.Text("identifier"), m.Text("organization_id"), date)
            : null;

    private static Name Named(PopoloRecord named)
    {
        if (named.Name("name") is { } name) return name;
        named.Needed("name");
        return Nameless;
    }
}
