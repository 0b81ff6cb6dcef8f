using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Governance.Api.Http.Binding;
using Governance.Domain.Decisions;

namespace Governance.Tests.Api.Binding;

public sealed class RequestChaosTests
{
    private static readonly string[] junk =
        ["null", "true", "0", "-1", "1e999", "123456789012345678901234567890", "\"\"", "\"#\"", "\"2022-02-30\"", "\"\\ud800\"", "\"\\u0000\"", "[]", "[null]", "[[]]", "{}", "{\"type\":{}}"];

    [Fact]
    public void Whatever_stands_in_place_of_a_value_is_read_or_told() => Always(chance =>
    {
        var json = JsonNode.Parse(Samples.Reorganisation)!;
        var places = Places(json).ToList();
        var text = json.ToJsonString();
        for (var n = chance.Next(1, 4); n > 0; n--)
        {
            var old = places[chance.Next(places.Count)].ToJsonString();
            var at = text.IndexOf(old, StringComparison.Ordinal);
            if (at >= 0) text = text[..at] + junk[chance.Next(junk.Length)] + text[(at + old.Length)..];
        }

        return IsReadOrTold(Encoding.UTF8.GetBytes(text));
    });

    [Fact]
    public void Whatever_bytes_come_they_are_read_or_told() => Always(chance =>
    {
        var bytes = Encoding.UTF8.GetBytes(Samples.Reorganisation);
        for (var n = chance.Next(1, 6); n > 0; n--) bytes[chance.Next(bytes.Length)] = (byte)chance.Next(256);
        return IsReadOrTold(bytes.AsMemory(0, chance.Next(4) == 0 ? chance.Next(bytes.Length) : bytes.Length));
    });

    [Fact]
    public void A_member_too_many_is_told_wherever_it_stands() => Always(chance =>
    {
        var json = JsonNode.Parse(Samples.Reorganisation)!;
        var objects = Places(json).Prepend(json).OfType<JsonObject>().ToList();
        var target = objects[chance.Next(objects.Count)];
        target["surplus"] = 1;
        var reading = new RequestReader();
        Requests.Read<Decision>(Encoding.UTF8.GetBytes(json.ToJsonString()), reading);
        return reading.Faults is [{ } fault] && "$." + fault.Path == target["surplus"]!.GetPath();
    });

    private static bool IsReadOrTold(ReadOnlyMemory<byte> json)
    {
        var reading = new RequestReader();
        return (Requests.Read<Decision>(json, reading) is null) == (reading.Faults.Count > 0) && reading.Faults.All(fault => Text.IsClean(fault.Path) && Text.IsClean(fault.Message.Nb));
    }

    private static IEnumerable<JsonNode> Places(JsonNode node) => node switch
    {
        JsonObject members => members.SelectMany(member => Places(member.Value!).Prepend(member.Value!)),
        JsonArray items => items.SelectMany(item => Places(item!).Prepend(item!)),
        _ => [],
    };

    private static void Always(Func<Random, bool> holds) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => holds(new Random(seed))));
}
