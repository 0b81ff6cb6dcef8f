using System.Text.Json.Nodes;
using Governance.Domain.Time;

namespace Governance.Tests.Reporting;

/// <summary>What answers say of a day, in lines that can be held against each other.</summary>
internal static class TheDay
{
    private static readonly string[] Kinds = ["added", "gone", "renamed", "kindChanged", "visibilityChanged", "moved", "mandates"];

    /// <summary>All that the reporting tables have too.</summary>
    public static IReadOnlyList<string> Told(JsonNode itself, JsonNode structure)
    {
        var lines = Partners(structure).Select(p => $"partner {p["id"]} {p["kind"]} {p["name"]}").Concat(Bodies(structure).SelectMany(Lines));
        if (itself["name"] is { } name) lines = lines.Append($"cluster {name}");
        if (itself["strategy"] is { } strategy) lines = lines.Append($"strategy {strategy["title"]} {Joined(strategy["focusAreas"])}");
        return Sorted(lines);
    }

    /// <summary>What Popolo has words for.</summary>
    public static IReadOnlyList<string> AsPopolo(JsonNode itself, JsonNode structure)
    {
        var lines = Partners(structure).Select(p => $"organization {p["id"]} {p["kind"]} {p["name"]} under ");
        if (itself["name"] is { } name) lines = lines.Append($"organization {itself["id"]} cluster {name} under ");
        foreach (var body in Bodies(structure))
        {
            lines = lines.Append($"organization {body["id"]} {body["kind"]} {body["name"]} under {body["parent"] ?? itself["id"]}");
            lines = lines.Concat(Seats(body).Select(s => $"post {s["id"]} {body["id"]} {s["role"]} {s["status"]}"));
            lines = lines.Concat(Seats(body).Where(s => s["holder"] is not null).Select(s => $"membership {s["id"]} {s["holder"]!["id"]} {s["holder"]!["validFrom"]} {s["holder"]!["termThrough"]}"));
        }
        return Sorted(lines);
    }

    public static IReadOnlyList<string> ToldByPopolo(JsonNode popolo) => Sorted([
        .. List(popolo["organizations"]).Select(o => $"organization {o["id"]} {o["classification"]} {o["name"]} under {o["parent_id"]}"),
        .. List(popolo["posts"]).Select(p => $"post {p["id"]} {p["organization_id"]} {p["role"]} {p["extra"]!["status"]}"),
        .. List(popolo["memberships"]).Select(m => $"membership {m["post_id"]} {m["person_id"]} {m["start_date"]} {m["extra"]!["term_through"]}")]);

    /// <summary>In what two structures differ.</summary>
    public static IReadOnlyList<string> Between(JsonNode before, JsonNode after)
    {
        var (was, now) = (Bodies(before).ToDictionary(Id), Bodies(after).ToDictionary(Id));
        var (left, came) = (Partners(before).ToDictionary(Id), Partners(after).ToDictionary(Id));
        return Sorted([
            .. now.Keys.Except(was.Keys).Select(id => $"added {id}"), .. was.Keys.Except(now.Keys).Select(id => $"gone {id}"),
            .. came.Keys.Except(left.Keys).Select(id => $"partner in {id}"), .. left.Keys.Except(came.Keys).Select(id => $"partner out {id}"),
            .. came.Keys.Intersect(left.Keys).Where(id => Differ(left[id], came[id], "name", "nameEn")).Select(id => $"partner renamed {id}"),
            .. now.Keys.Intersect(was.Keys).SelectMany(id => Differences(id, was[id], now[id]))]);
    }

    /// <summary>What a comparison tells.</summary>
    public static IReadOnlyList<string> Changes(JsonNode compared) => Sorted([
        .. Kinds.SelectMany(kind => List(compared[kind]).Select(c => $"{kind} {c["body"]!["id"]}")),
        .. List(compared["members"]).SelectMany(m => Members(m, "in").Concat(Members(m, "out"))),
        .. List(compared["partners"]!["in"]).Select(p => $"partner in {p["partner"]!["id"]}"),
        .. List(compared["partners"]!["out"]).Select(p => $"partner out {p["partner"]!["id"]}"),
        .. List(compared["partners"]!["renamed"]).Select(p => $"partner renamed {p["partner"]!["id"]}")]);

    private static IEnumerable<string> Lines(JsonNode body)
    {
        yield return $"body {body["id"]} {body["kind"]} {body["parent"]} {body["name"]}";
        if (body["mandate"] is { } mandate) yield return $"mandate {body["id"]} {mandate["version"]} {Joined(mandate["points"])}";
        foreach (var seat in Seats(body))
        {
            yield return $"seat {seat["id"]} {body["id"]} {seat["role"]} {(seat["votes"]!.GetValue<bool>() ? "t" : "f")} {seat["order"]}";
            if (seat["holder"] is { } holder) yield return $"held {seat["id"]} {holder["id"]} {First(holder["validFrom"]!):yyyy-MM-dd} {(holder["termThrough"] is { } term ? $"{Last(term):yyyy-MM-dd}" : "")} {holder["termSource"]}";
        }
    }

    private static IEnumerable<string> Differences(string id, JsonNode was, JsonNode now)
    {
        if (Differ(was, now, "name", "nameEn")) yield return $"renamed {id}";
        if (Differ(was, now, "kind")) yield return $"kindChanged {id}";
        if (Differ(was, now, "visibility")) yield return $"visibilityChanged {id}";
        if (Differ(was, now, "parent", "advisoryTo")) yield return $"moved {id}";
        if (Differ(was, now, "mandate")) yield return $"mandates {id}";
        var (sat, sit) = (Sitting(was), Sitting(now));
        foreach (var person in sit.Except(sat)) yield return $"in {id} {person}";
        foreach (var person in sat.Except(sit)) yield return $"out {id} {person}";
    }

    private static bool Differ(JsonNode a, JsonNode b, params IEnumerable<string> members) => members.Any(m => !JsonNode.DeepEquals(a[m], b[m]));

    private static IEnumerable<string> Members(JsonNode change, string way) => List(change[way]).Select(m => $"{way} {change["body"]!["id"]} {m["person"]!["id"]}");

    private static HashSet<string> Sitting(JsonNode body) => [.. Seats(body).Select(s => s["holder"]).OfType<JsonNode>().Select(Id)];

    private static IEnumerable<JsonNode> Bodies(JsonNode parent, string list = "bodies") => List(parent[list]).SelectMany(b => Bodies(b, "children").Prepend(b));

    private static IEnumerable<JsonNode> Partners(JsonNode structure) => List(structure["partners"]);

    private static IEnumerable<JsonNode> Seats(JsonNode body) => List(body["seats"]);

    private static IEnumerable<JsonNode> List(JsonNode? array) => array!.AsArray().Select(item => item!);

    private static string Id(JsonNode thing) => thing["id"]!.GetValue<string>();

    private static string Joined(JsonNode? texts) => string.Join(';', List(texts));

    private static DateOnly First(JsonNode date) => PartialDate.Parse(date.GetValue<string>()).First;

    private static DateOnly Last(JsonNode date) => PartialDate.Parse(date.GetValue<string>()).Last;

    private static IReadOnlyList<string> Sorted(IEnumerable<string> lines) => [.. lines.Order(StringComparer.Ordinal)];
}
