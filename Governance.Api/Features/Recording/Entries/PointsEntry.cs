using System.Text.Json.Nodes;
using Governance.Api.Features.Recording.Forms;

namespace Governance.Api.Features.Recording.Entries;

/// <summary>A list of texts, one a line; a line that is indented goes on with the one before.</summary>
public sealed class PointsEntry : Entry
{
    private const string Indent = "  ";

    public override JsonNode? Read(SentFields sent, string path, ReferenceChoices known)
    {
        var points = new List<string>();
        foreach (var line in sent.Whole(path).Split('\n'))
        {
            if (points.Count > 0 && line.StartsWith(Indent, StringComparison.Ordinal)) points[^1] += "\n" + line[Indent.Length..];
            else if (!string.IsNullOrWhiteSpace(line)) points.Add(line.Trim());
        }

        return points.Count == 0 ? null : new JsonArray([.. points.Select(p => JsonValue.Create(p.TrimEnd()))]);
    }

    public override Control Show(JsonNode? value, string path, ReferenceChoices known) =>
        new Area(path, value is JsonArray points ? string.Join('\n', points.Select(p => TextOf(p).Replace("\n", "\n" + Indent, StringComparison.Ordinal))) : TextOf(value));
}
