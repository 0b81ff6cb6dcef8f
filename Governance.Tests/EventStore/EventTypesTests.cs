using System.Buffers;
using System.Text;
using Governance.Api.EventStore;
using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Decisions;
using Governance.Domain.Time;
using Governance.Domain.Values;
using Governance.Tests.Support;

namespace Governance.Tests.EventStore;

public sealed class EventTypesTests
{
    private static readonly EventTypes Types = LogHost.Types;
    private static readonly Guid Body = Guid.Parse("0190a7c2-0000-7000-8000-000000000001");

    [Fact]
    public void An_event_is_stored_under_the_names_Marten_gives_it() =>
        (Types.AliasOf(typeof(BodyRenamed)), Types.AliasOf("Governance.Domain.Bodies.BodyRenamed, Governance.Domain")).Should().Be(("body_renamed", "body_renamed"));

    [Fact]
    public void Every_event_of_the_domain_has_an_alias_of_its_own() =>
        EventTypes.Domain.Select(Types.AliasOf).Should().OnlyHaveUniqueItems().And.HaveCountGreaterThan(20);

    [Fact]
    public void Data_is_canonical_camel_case_without_null() =>
        Json(new BodyRenamed(new BodyId(Body), Name.Of("Brukerpanel «æøå» 😀"), null))
            .Should().Be($$"""{"body":"{{Body}}","name":"Brukerpanel «æøå» 😀"}""");

    [Fact]
    public void Data_reads_back_as_it_was()
    {
        var act = Story.Recorded(Body, "Ny organisering");
        Types.Read("decision_recorded", Bytes(act)).Should().BeEquivalentTo(act, o => o.ComparingByValue<PartialDate>());
    }

    [Fact]
    public void Text_that_cannot_be_stored_is_refused_not_changed()
    {
        foreach (var reason in new[] { "a\0b", "\ud83d", "\ude00\ud83d", "a\ud83db" })
            FluentActions.Invoking(() => Bytes(new DecisionAnnulled(new DecisionId(Body), reason, null))).Should().Throw<FormatException>();
    }

    [Fact]
    public void An_unknown_alias_is_named() =>
        FluentActions.Invoking(() => Types.Read("body_teleported", "{}"u8))
            .Should().Throw<UnknownEventTypeException>().WithMessage("*'body_teleported'*");

    private static byte[] Utf8(string json) => Encoding.UTF8.GetBytes(json);

    private static byte[] Bytes(ClusterEvent data) => EventTypes.ToCanonical(data, new ArrayBufferWriter<byte>());

    private static string Json(ClusterEvent data) => Encoding.UTF8.GetString(Bytes(data));
}
