using System.Text;
using Governance.Api.Http.Binding;
using Governance.Domain.Bodies;
using Governance.Domain.Composition;
using Governance.Domain.Decisions;
using Governance.Domain.People;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Tests.Api.Binding;

public sealed class RequestFaultTests
{
    [Theory]
    [InlineData("""{"type":"rename-body","body":"A","name":"B","nmae":"C"}""", "nmae", "Unknown member. Did you mean name? Here may stand: type, ref, body, name, nameEn, effectiveFrom.")]
    [InlineData("""{"type":"rename-body","body":"A","name":"B","Body":"C"}""", "Body", "Unknown member")]
    [InlineData("""{"type":"rename-body","body":"A","body":"A","name":"B"}""", "body", "more than once")]
    [InlineData("""{"type":"rename-body","body":"A","name":"B","nameEn":null,"nameEn":"C"}""", "nameEn", "more than once")]
    [InlineData("""{"type":"rename-body","type":"rename-body","body":"A","name":"B"}""", "type", "more than once")]
    [InlineData("""{"type":"rename-body","body":"A"}""", "name", "Is missing")]
    [InlineData("""{"type":"rename-body","body":"A","name":null}""", "name", "Is missing")]
    [InlineData("""{"body":"A","name":"B"}""", "type", "Is missing; one of the words abolish-seat, admit-partner")]
    [InlineData("""{"type":"rename","body":"A"}""", "type", "'rename' is not one of the words abolish-seat, admit-partner")]
    [InlineData("""{"type":"RenameBody","body":"A"}""", "type", "'RenameBody' is not one of the words")]
    [InlineData("""{"type":7}""", "type", "Must be a text, not a number.")]
    [InlineData("""["rename-body"]""", "", "Must be an object, not a list.")]
    [InlineData("""{"type":"rename-body","body":5,"name":"B"}""", "body", "Must be a text, not a number.")]
    [InlineData("""{"type":"rename-body","body":"","name":"B"}""", "body", "cannot be empty")]
    [InlineData("""{"type":"rename-body","body":"A","name":"#B"}""", "name", "not begin with #")]
    [InlineData("""{"type":"rename-body","body":"A","name":"B\nC"}""", "name", "on one line")]
    [InlineData("""{"type":"rename-body","body":"A\u0000","name":"B"}""", "body", "cannot be stored")]
    [InlineData("""{"type":"rename-body","body":"A\ud83d","name":"B"}""", "body", "cannot be stored")]
    [InlineData("""{"type":"rename-body","body":"A","name":"B","\ud83d":1}""", "['…']", "Unknown member")]
    [InlineData("""{"type":"rename-body","body":"A","name":"B","ref":"#b"}""", "ref", "without # in front")]
    [InlineData("""{"type":"rename-body","body":"A","name":"B","effectiveFrom":"2022-02-30"}""", "effectiveFrom", "Write 2016, 2016-08 or 2016-08-15")]
    [InlineData("""{"type":"rename-body","body":"A","name":"B","effectiveFrom":"0999"}""", "effectiveFrom", "years 1000–2999")]
    [InlineData("""{"type":"rename-body","body":"A","name":"B","effectiveFrom":"3000"}""", "effectiveFrom", "years 1000–2999")]
    [InlineData("""{"type":"rename-body","body":"A","name":"B","effectiveFrom":2022}""", "effectiveFrom", "Must be a text, not a number")]
    [InlineData("""{"type":"establish-body","kind":"group","name":"B"}""", "kind", "'group' is not one of the words general-assembly, partner-meeting, board")]
    [InlineData("""{"type":"establish-body","kind":"Board","name":"B"}""", "kind", "'Board' is not one of the words")]
    [InlineData("""{"type":"establish-body","kind":"board","name":"B","parent":["A"]}""", "parent", "not a list")]
    [InlineData("""{"type":"establish-body","kind":"board","name":"B","succeeds":7}""", "succeeds", "Must be a list or a text, not a number.")]
    [InlineData("""{"type":"adopt-mandate","body":"A","points":["a",null]}""", "points[1]", "cannot contain null")]
    [InlineData("""{"type":"adopt-mandate","body":"A","points":["a",["b"]]}""", "points[1]", "not a list")]
    [InlineData("""{"type":"adopt-mandate","body":"A","points":"a"}""", "points", "Must be a list, not a text.")]
    [InlineData("""{"type":"create-seat","body":"A","role":"chair","order":1.5}""", "order", "whole number")]
    [InlineData("""{"type":"create-seat","body":"A","role":"chair","order":1e400}""", "order", "whole number")]
    [InlineData("""{"type":"create-seat","body":"A","role":"chair","order":-1}""", "order", "from 0 to")]
    [InlineData("""{"type":"create-seat","body":"A","role":"chair","order":"1"}""", "order", "Must be a whole number, not a text.")]
    [InlineData("""{"type":"create-seat","body":"A","role":"chair","votes":"true"}""", "votes", "Must be true or false, not a text.")]
    [InlineData("""{"type":"create-seat","body":"A","role":"chair","exOfficio":{"body":"B"}}""", "exOfficio.role", "Is missing")]
    [InlineData("""{"type":"set-composition-rules","body":"A","termLength":"2 years"}""", "termLength", "Write P2Y, P18M")]
    [InlineData("""{"type":"set-composition-rules","body":"A","termLength":"P"}""", "termLength", "Write P2Y, P18M")]
    [InlineData("""{"type":"set-composition-rules","body":"A","termLength":"P2Y\n"}""", "termLength", "Write P2Y, P18M")]
    [InlineData("""{"type":"dissolve-body","body":"A","effectiveFrom":"2022","lastDay":"2021"}""", "lastDay", "together with effectiveFrom")]
    [InlineData("""{"type":"appoint","person":"p"}""", "", "Needs seat, or body and role.")]
    [InlineData("""{"type":"appoint","person":"p","body":"A"}""", "", "Needs seat, or body and role.")]
    [InlineData("""{"type":"appoint","person":{},"seat":"s"}""", "person.name", "Is missing")]
    [InlineData("""{"type":"appoint","person":{"name":"A","titel":"B"},"seat":"s"}""", "person.titel", "Unknown member")]
    [InlineData("""{"type":"appoint","person":5,"seat":"s"}""", "person", "Must be an id, a #ref or an object with a name, not a number.")]
    [InlineData("""{"type":"end-appointment","body":"A","role":"chair"}""", "", "Needs seat, or body and role and person.")]
    [InlineData("""{"type":"extend-appointment","termThrough":"2025","body":"A","person":"p"}""", "", "Needs seat, or body and role and person.")]
    [InlineData("""{"type":"extend-mandate","body":"A"}""", "", "Needs validThrough, or dueOn.")]
    [InlineData("""{"type":"reclassify-body","body":"A","kind":null}""", "", "Needs kind, or visibility.")]
    [InlineData("""{"type":"move-body","body":"A"}""", "", "Needs parent, or advisoryTo.")]
    [InlineData("""{"type":"conclude-mandate","body":"A","link":"javascript:alert(1)"}""", "link", "begins with https://")]
    [InlineData("""{"type":"conclude-mandate","body":"A","link":"/rapport.pdf"}""", "link", "begins with https://")]
    public void One_fault_in_a_change_is_told_with_its_place(string json, string path, string message)
    {
        var faults = Faults<Change>(json);

        faults.Should().ContainSingle();
        faults[0].Path.Should().Be(path);
        faults[0].Message.En.Should().Contain(message);
        faults[0].Message.Nb.Should().NotBeNullOrEmpty().And.NotBe(faults[0].Message.En);
    }

    [Fact]
    public void All_faults_of_a_decision_are_told_at_once_in_its_order()
    {
        var faults = Faults<Decision>("""
            {"titel": "x", "decidedOn": "2022-13", "links": [{"title": "Referat", "url": "ftp://x"}], "visibility": "secret",
             "changes": [{"type": "rename-body", "body": 5, "name": "#x"}, null, {"type": "nothing"},
                         {"type": "reconstitute-body", "body": "A", "seats": [{"ref": "s", "role": "boss"}, {"ref": "s", "role": "chair", "order": "1"}]}]}
            """);

        faults.Select(fault => fault.Path).Should().Equal(
            "titel", "decidedOn", "links[0].url", "visibility", "changes[0].body", "changes[0].name", "changes[1]", "changes[2].type",
            "changes[3].seats[0].role", "changes[3].seats[1].ref", "changes[3].seats[1].order", "title", "");
    }

    [Fact]
    public void One_ref_for_two_things_in_a_decision_is_at_fault_wherever_they_stand()
    {
        var faults = Faults<Decision>("""
            {"title": "x", "decidedOn": "2022", "decidedBy": "A", "changes": [
              {"type": "establish-body", "ref": "a", "kind": "board", "name": "B"},
              {"type": "appoint", "seat": "s", "person": {"ref": "a", "name": "P"}}]}
            """);

        faults.Should().ContainSingle().Which.Message.En.Should().Be("'a' is already the name of something else here (changes[0].ref).");
    }

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("{\n  \"title\": \"x\",\n}", 3, 1)]
    [InlineData("{\"title\": \"x\"} x", 1, 16)]
    [InlineData("{'title': 1}", 1, 2)]
    [InlineData("// x", 1, 1)]
    public void What_is_not_JSON_is_one_fault_with_line_and_column(string text, int line, int column) =>
        Faults<Decision>(text).Should().ContainSingle().Which.Message.En.Should().Be($"Not valid JSON: line {line}, column {column}.");

    [Fact]
    public void JSON_nested_too_deep_is_one_fault() =>
        Faults<Decision>(new string('[', 100_000)).Should().ContainSingle().Which.Message.En.Should().StartWith("Not valid JSON: line 1, column ");

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_a_fault()
    {
        var reading = new RequestReader();

        Requests.Read<Change>(new byte[] { (byte)'{' }.Concat(Encoding.Latin1.GetBytes("\"type\":\"rename-cluster\",\"name\":\"Bærum\"}")).ToArray(), reading).Should().BeNull();

        reading.Faults.Should().ContainSingle().Which.Path.Should().Be("name");
    }

    [Fact]
    public void A_byte_order_mark_is_passed_over() => Faults<Change>("\uFEFF{\"type\":\"repeal-mandate\",\"body\":\"A\"}").Should().BeEmpty();

    [Fact]
    public void A_text_of_more_than_20_000_characters_is_refused()
    {
        Faults<Change>($$"""{"type":"repeal-mandate","body":"{{new string('a', 20_000)}}"}""").Should().BeEmpty();
        Faults<Change>($$"""{"type":"repeal-mandate","body":"{{new string('a', 20_001)}}"}""").Should().ContainSingle().Which.Message.En.Should().Contain("longer than 20000");
    }

    [Fact]
    public void Of_very_many_faults_a_hundred_are_told_and_the_rest_counted()
    {
        var faults = Faults<Change>($$"""{"type":"repeal-mandate","body":"A",{{string.Join(',', Enumerable.Range(0, 5000).Select(n => $"\"x{n}\":1"))}}}""");

        faults.Should().HaveCount(101);
        faults[^1].Message.En.Should().Be("… and 4900 more faults.");
    }

    [Fact]
    public void What_a_fault_repeats_of_the_request_is_short()
    {
        var faults = Faults<Change>($$"""{"type":"{{new string('x', 9000)}}"}""");

        faults.Should().ContainSingle().Which.Message.En.Should().HaveLength(faults[0].Message.En.Length).And.StartWith($"'{new string('x', 40)}…' is not");
    }

    [Fact]
    public void A_change_is_read_with_its_type_anywhere_and_null_for_absent()
    {
        var change = Read<Change>("""{"name":" Ny ","succeeds":"Gammel","parent":null,"kind":"working-group","ref":"n","effectiveFrom":"2022-08","type":"establish-body"}""");

        change.Should().BeEquivalentTo(new EstablishBody(BodyKind.WorkingGroup, Name.Of("Ny"), Succeeds: ["Gammel"]) { Ref = "n", EffectiveFrom = PartialDate.Parse("2022-08") }, options => options.ComparingByValue<PartialDate>());
    }

    [Fact]
    public void Where_null_clears_it_is_kept_apart_from_absent()
    {
        var change = (MoveBody)Read<Change>("""{"type":"move-body","body":"A","parent":null}""")!;

        (change.Parent.IsGiven, change.Parent.Value, change.AdvisoryTo.IsGiven).Should().Be((true, null, false));
        ((MoveBody)Read<Change>("""{"type":"move-body","body":"A","advisoryTo":"B"}""")!).AdvisoryTo.Value.Should().Equal("B");
        ((ChangeSeat)Read<Change>("""{"type":"change-seat","seat":"s","role":"chair"}""")!).Role.Value.Should().Be(SeatRole.Chair);
    }

    [Fact]
    public void A_person_is_an_id_or_a_new_one()
    {
        ((Appoint)Read<Change>("""{"type":"appoint","seat":"s","person":"#p"}""")!).Person.Should().Be(new PersonReference.Existing("#p"));
        ((Appoint)Read<Change>("""{"type":"appoint","seat":"s","person":{"name":"Kari","title":"lege"}}""")!).Person.Should().Be(new PersonReference.New(Name.Of("Kari"), "lege"));
    }

    private static T? Read<T>(string json) where T : class
    {
        var reading = new RequestReader();
        var value = Requests.Read<T>(Encoding.UTF8.GetBytes(json), reading);
        reading.Faults.Should().BeEmpty();
        return value;
    }

    private static IReadOnlyList<Fault> Faults<T>(string json) where T : class
    {
        var reading = new RequestReader();
        var value = Requests.Read<T>(Encoding.UTF8.GetBytes(json), reading);
        (value is null).Should().Be(reading.Faults.Count > 0);
        return reading.Faults;
    }
}
