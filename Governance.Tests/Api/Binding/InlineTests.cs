using System.Text;
using System.Text.Json;
using Governance.Api.Http.Binding;
using Governance.Domain.Decisions;
using Governance.Domain.Values;

namespace Governance.Tests.Api.Binding;

/// <summary>A request that is a decision with more members besides.</summary>
public sealed class InlineTests
{
    private const string Sound = """{"reason":"feil dato","title":"x","decidedOn":"2022","decidedBy":"A","changes":[{"type":"repeal-mandate","body":"A"}]}""";

    [Fact]
    public void Its_members_stand_side_by_side()
    {
        var correction = Read(Sound, out _)!;

        (correction.Reason, correction.Decision.Title, correction.Decision.Changes!.Count).Should().Be(("feil dato", "x", 1));
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream)) Requests.Write(writer, correction);
        Encoding.UTF8.GetString(stream.ToArray()).Should().Be(Sound);
    }

    [Fact]
    public void The_rules_of_both_hold()
    {
        Read("""{"title":1,"decidedOn":"2022","surplus":true,"changes":[{"type":"repeal-mandate","ref":"a","body":"A"},{"type":"repeal-mandate","ref":"a","body":"A"}]}""", out var reading);

        reading.Faults.Select(fault => fault.Path).Should().Equal("title", "surplus", "changes[1].ref", "reason", "");
    }

    private static Correction? Read(string json, out RequestReader reading) => Requests.Read<Correction>(Encoding.UTF8.GetBytes(json), reading = new RequestReader());

    private sealed record Correction(string Reason, [Inline] Decision Decision);
}
