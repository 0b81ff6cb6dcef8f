using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Governance.Api.Http.Binding;
using Governance.Domain.Decisions;

namespace Governance.Tests.Api.Binding;

public sealed class RequestRoundTripTests
{
    public static TheoryData<Type> ChangeTypes => [.. Samples.ChangeTypes];

    [Theory]
    [MemberData(nameof(ChangeTypes))]
    public void Every_change_reads_back_as_it_was_written(Type type)
    {
        var change = (Change)new Samples(new Random(1), everyMember: true).Of(type);
        var json = Written(change);

        var again = Read<Change>(Without(json, "effectiveFrom", "lastDay"), out _);

        again.Should().BeOfType(type);
        JsonNode.Parse(json)!.AsObject().Select(member => member.Key).Should().StartWith(["type", "ref"])
            .And.BeEquivalentTo(type.GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)).Append("type"));
        Written(again!).Should().Be(Without(json, "effectiveFrom", "lastDay"));
    }

    [Fact]
    public void Any_decision_reads_back_as_the_same_decision() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var decision = (Decision)new Samples(new Random(seed), everyMember: false).Of(typeof(Decision));
        var json = Written(decision);
        var again = Read<Decision>(json, out var reading);
        if (again is null) return reading.Faults.All(IsBetweenMembers);
        return Written(again) == json;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_member_that_is_not_given_is_not_written_and_one_that_is_cleared_is_null()
    {
        var change = Read<Change>("""{"seat":"s","title":null,"type":"change-seat","order":3}""", out _);

        Written(change!).Should().Be("""{"type":"change-seat","seat":"s","title":null,"order":3}""");
    }

    private static bool IsBetweenMembers(Fault fault) =>
        fault.Message.En.StartsWith("Needs ", StringComparison.Ordinal) || fault.Message.En.StartsWith("Cannot be given together", StringComparison.Ordinal);

    private static T? Read<T>(string json, out RequestReader reading) where T : class => Requests.Read<T>(Encoding.UTF8.GetBytes(json), reading = new RequestReader());

    private static string Written<T>(T value) where T : class
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping })) Requests.Write(writer, value);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>A change cannot say both first day out and last day in.</summary>
    private static string Without(string json, string first, string second)
    {
        var members = JsonNode.Parse(json)!.AsObject();
        if (members.ContainsKey(first) && members.ContainsKey(second)) members.Remove(first);
        return members.ToJsonString(new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
