using System.Buffers;
using System.Text;
using System.Text.Json;
using Governance.Api.EventStore;
using Governance.Tests.Support;

namespace Governance.Tests.Golden;

/// <summary>What the log holds can always be read: one file for each event, with further ones for what may be absent or null.</summary>
public sealed class GoldenTests
{
    private static readonly EventTypes Types = LogHost.Types;

    private static IEnumerable<string> Aliases => EventTypes.Domain.Select(Types.AliasOf).Order(StringComparer.Ordinal);

    public static TheoryData<string> Files => [.. GoldenFile.Files];

    public static TheoryData<string> Events => [.. Aliases];

    [Theory]
    [MemberData(nameof(Files))]
    public void What_is_stored_reads_and_is_written_back_the_same(string file) =>
        Encoding.UTF8.GetString(EventTypes.ToCanonical(GoldenFile.Read(file), new ArrayBufferWriter<byte>())).Should().Be(GoldenFile.Text(file));

    [Theory]
    [MemberData(nameof(Events))]
    public void Every_event_has_a_golden_file_with_every_member_filled(string alias)
    {
        var type = EventTypes.Domain.Single(t => Types.AliasOf(t) == alias);
        var members = EventJson.Options.GetTypeInfo(type).Properties.Select(p => p.Name);

        using var stored = JsonDocument.Parse(GoldenFile.Text($"{alias}.json"));

        stored.RootElement.EnumerateObject().Where(m => m.Value.ValueKind != JsonValueKind.Null).Select(m => m.Name).Should().BeEquivalentTo(members);
    }

    [Fact]
    public void No_golden_file_is_of_an_event_that_is_not_there() =>
        GoldenFile.Files.Select(GoldenFile.AliasOf).Distinct().Should().BeEquivalentTo(Aliases);

    [Fact]
    public void A_member_that_is_absent_is_not_one_that_is_null()
    {
        GoldenFile.Read("body_moved.absent.json").Should().NotBe(GoldenFile.Read("body_moved.null.json"));
        GoldenFile.Read("seat_changed.absent.json").Should().NotBe(GoldenFile.Read("seat_changed.null.json"));
    }

    [Fact]
    public void An_event_with_members_of_a_later_version_still_reads() =>
        Types.Read("person_erased", """{"person":"0190a7c2-0003-7000-8000-000000000001","why":"asked"}"""u8)
            .Should().Be(GoldenFile.Read("person_erased.json"));
}
