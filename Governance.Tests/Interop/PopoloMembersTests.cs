using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Governance.Api.Clusters;
using Governance.Api.EventStore;
using Governance.Api.Features.Import.Popolo;
using Governance.Api.Http;
using Governance.Api.Http.Binding;
using Governance.Domain.Clusters;
using Governance.Tests.Support;

namespace Governance.Tests.Interop;

/// <summary>A document with every member that the Popolo schemas have: each one that carries a date or a name is used, or a note says that it is not.</summary>
public sealed partial class PopoloMembersTests
{
    private static readonly JsonObject Everything = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "Governance.Tests", "Interop", "popolo-everything.json")))!.AsObject();
    private static readonly string[] Named = ["name", "label", "text", "title", "value", "note", "role", "organization", "description", "summary"];

    [Fact]
    public void Every_date_and_every_name_is_used_or_noted()
    {
        var (acts, notes) = Taken(Everything);
        var places = notes.Select(Everywhere).ToHashSet(StringComparer.Ordinal);
        var leaves = Leaves(Everything, "").Where(l => IsDate(l.Value) || IsName(l.At)).ToList();

        var lost = leaves.Where(leaf => !IsNoted(leaf.At) && Taken(With(leaf.At, IsDate(leaf.Value) ? Later(leaf.Value) : leaf.Value + "x")).Acts == acts).Select(l => l.At).ToList();

        lost.Should().BeEmpty("what is lost in silence is missed by nobody");
        leaves.Should().HaveCountGreaterThan(100);

        bool IsNoted(string at)
        {
            for (var place = Everywhere(at); place.Length > 0; place = place[..place.LastIndexOf('/')])
                if (places.Contains(place)) return true;
            return false;
        }
    }

    [Fact]
    public void Nothing_that_is_used_is_noted_as_if_it_were_not()
    {
        var used = new[] { "/organizations/1/founding_date", "/organizations/1/other_names/0/name", "/persons/0/name", "/persons/0/other_names/0/name", "/memberships/0/start_date", "/posts/0/label", "/events/0/start_date", "/motions/0/date" };
        var (acts, notes) = Taken(Everything);
        foreach (var at in used)
        {
            Taken(With(at, IsDate((string)At(Everything, at)!) ? Later((string)At(Everything, at)!) : (string)At(Everything, at)! + "x")).Acts.Should().NotBe(acts, at);
            notes.Should().NotContain(at);
        }
    }

    private static (string Acts, IReadOnlyList<string> Notes) Taken(JsonObject json)
    {
        var reading = new RequestReader();
        var document = Requests.Read<PopoloDocument>(Json.Bytes(json), reading);
        if (document is null || reading.Faults.Count > 0) return ("faults " + string.Join(' ', reading.Faults.Select(f => f.ToString())), []);
        ClusterSlug.TryParse("k", out var slug).Should().BeTrue();
        var import = new PopoloImport(slug, document, [1], new Calendar(new Noon()), null, []);
        var (taken, faults) = import.For(ClusterHistory.Empty("k"));
        if (taken is null) return ("faults " + string.Join(' ', faults), []);
        return import.Acts(taken).Judge(ClusterHistory.Empty("k")).Verdict switch
        {
            Verdict.Write write => (string.Join('\n', new[] { write }.Concat(write.More).Select(w => JsonSerializer.Serialize<object>(w.Act, EventJson.Options) + string.Join(' ', w.Facts.Select(f => f.From + JsonSerializer.Serialize<object>(f.Event, EventJson.Options))) + JsonSerializer.Serialize(w.People, EventJson.Options))), [.. taken.Notes.Select(n => n.At)]),
            Verdict.Refuse refused => ("refused " + string.Join(' ', refused.Violations), []),
            var other => (other.ToString()!, []),
        };
    }

    private static IEnumerable<(string At, string Value)> Leaves(JsonNode? node, string at) => node switch
    {
        JsonObject record => record.SelectMany(m => Leaves(m.Value, $"{at}/{m.Key}")),
        JsonArray list => list.SelectMany((item, i) => Leaves(item, $"{at}/{i}")),
        JsonValue value when value.TryGetValue<string>(out var text) => [(at, text)],
        _ => [],
    };

    private static JsonObject With(string at, string value)
    {
        var changed = Everything.DeepClone().AsObject();
        var (parent, member) = (At(changed, at[..at.LastIndexOf('/')])!, at[(at.LastIndexOf('/') + 1)..]);
        if (parent is JsonArray list) list[int.Parse(member, null)] = value;
        else parent[member] = value;
        return changed;
    }

    private static JsonNode? At(JsonNode root, string at) => at.Split('/').Skip(1).Aggregate((JsonNode?)root, (node, step) => node is JsonArray list ? list[int.Parse(step, null)] : node![step]);

    private static bool IsName(string at) => Array.Exists(Named, word => at.Split('/')[^1] == word || at.Split('/')[^1].EndsWith("_" + word, StringComparison.Ordinal));

    private static bool IsDate(string value) => Date().IsMatch(value);

    private static string Later(string date) => $"{int.Parse(date[..4], null) + 1}{date[4..]}";

    private static string Everywhere(string at) => Places().Replace(at, "/*");

    [GeneratedRegex("^[0-9]{4}(-[0-9]{2}){0,2}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Date();

    [GeneratedRegex("/[0-9]+(?=/|$)", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Places();

    private sealed class Noon : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);
    }
}
