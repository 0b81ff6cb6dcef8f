using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Governance.Tests.Support;

namespace Governance.Tests.Interop;

/// <summary>Holds a document against the rules of the published Popolo schemas: members that must be there, their types, dates, and that references lead somewhere.</summary>
public static partial class PopoloRules
{
    private static readonly string[] Lists = ["organizations", "posts", "persons", "memberships", "motions"];
    private static readonly JsonObject Rules = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "Governance.Tests", "Interop", "popolo-rules.json")))!.AsObject();

    /// <summary>What breaks a rule, in words.</summary>
    public static IEnumerable<string> Faults(JsonNode document)
    {
        var ids = Lists.ToDictionary(list => list, list => document[list]!.AsArray().Select(item => (string?)item!["id"]).ToList());
        foreach (var (list, all) in ids)
            if (all.Distinct().Count() != all.Count) yield return $"{list}: an id stands twice";
        foreach (var list in Lists)
            foreach (var item in document[list]!.AsArray())
                foreach (var fault in Faults(list, item!.AsObject(), ids)) yield return $"{list} {item["id"]}: {fault}";
    }

    private static IEnumerable<string> Faults(string kind, JsonObject item, Dictionary<string, List<string?>> ids)
    {
        var rule = Rules[kind]!;
        foreach (var member in Words(rule["required"]!).Where(member => item[member] is null)) yield return $"{member} is missing";
        foreach (var (member, value) in item)
        {
            var isText = value is JsonValue text && text.TryGetValue<string>(out _);
            if (Words(rule["dates"]!).Contains(member)) { if (!isText || !Date().IsMatch((string)value!)) yield return $"{member} is no date: {value}"; }
            else if (Words(rule["strings"]!).Contains(member)) { if (!isText) yield return $"{member} is no text"; }
            else if (Words(rule["lists"]!).Contains(member)) foreach (var fault in value!.AsArray().SelectMany(one => Faults(member, one!.AsObject(), ids))) yield return $"{member}: {fault}";
            else if (member != "extra") yield return $"{member} is no member of Popolo";
        }
        foreach (var (member, list) in rule["references"]!.AsObject())
            if (item[member] is { } reference && !ids[(string)list!].Contains((string?)reference)) yield return $"{member} leads nowhere";
    }

    private static IEnumerable<string> Words(JsonNode list) => list.AsArray().Select(word => (string)word!);

    [GeneratedRegex("^[0-9]{4}(-[0-9]{2}){0,2}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Date();
}
