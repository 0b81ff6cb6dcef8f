using System.Text;
using Governance.Api.EventStore;

namespace Governance.Tests.EventStore;

public sealed class CanonicalJsonTests
{
    [Theory]
    [InlineData("""{"b":1, "a":[ ], "":{ } }""", """{"":{},"a":[],"b":1}""")]
    [InlineData("[ null, true, false, -0, 10, -9007199254740992, 9007199254740992 ]", "[null,true,false,0,10,-9007199254740992,9007199254740992]")]
    [InlineData("""{"peach":"This sorting order","péché":"is wrong according to French","pêche":"but canonicalization MUST","sin":"ignore locale"}""",
        """{"peach":"This sorting order","péché":"is wrong according to French","pêche":"but canonicalization MUST","sin":"ignore locale"}""")]
    [InlineData("""[56,{"d":true,"10":null,"1":[]}]""", """[56,{"1":[],"10":null,"d":true}]""")]
    [InlineData("""{"Unnormalized Unicode":"A\u030a"}""", "{\"Unnormalized Unicode\":\"A\u030a\"}")]
    [InlineData(""""{"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/"}"""", """{"string":"€$\u000f\nA'B\"\\\\\"/"}""")]
    [InlineData(""" "\b\t\f\r\u007f\u2028<>&+'\ud83d\ude00" """, "\"\\b\\t\\f\\r\u007f\u2028<>&+'\ud83d\ude00\"")]
    public void A_value_has_one_form(string json, string canonical) => Canonical(json).Should().Be(canonical);

    [Fact]
    public void Members_are_sorted_by_utf16_code_units_as_in_the_standards_own_example() =>
        Canonical("""
            {"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One",
             "\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis","</script>":"Browser Challenge"}
            """)
            .Should().Be("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"</script>\":\"Browser Challenge\",\"\u0080\":\"Control\"," +
                "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\",\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");

    [Fact]
    public void Sorting_is_the_same_whether_names_are_escaped_or_not() =>
        Canonical("{\"\ufb33\":1,\"\ud83d\ude00\":2,\"\ue000\":3,\"\ud7ff\":4,\"a\":5,\"\u00e5\":6}")
            .Should().Be(Canonical("""{"\ufb33":1,"\ud83d\ude00":2,"\ue000":3,"\ud7ff":4,"\u0061":5,"\u00e5":6}"""))
            .And.Be("{\"a\":5,\"\u00e5\":6,\"\ud7ff\":4,\"\ud83d\ude00\":2,\"\ue000\":3,\"\ufb33\":1}");

    [Theory]
    [InlineData("1.0")]
    [InlineData("1e3")]
    [InlineData("0.5")]
    [InlineData("9007199254740993")]
    [InlineData("-9007199254740993")]
    [InlineData("123456789012345678901234567890")]
    [InlineData("""["a\u0000b"]""")]
    [InlineData("""{"a\u0000b":1}""")]
    [InlineData("""["\ud800"]""")]
    [InlineData("""["\ude00\ud83d"]""")]
    [InlineData("""{"\ud800":1}""")]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("""{"a":1,"\u0061":2}""")]
    public void What_has_no_form_is_refused(string json) => FluentActions.Invoking(() => Canonical(json)).Should().Throw<FormatException>();

    [Fact]
    public void Bytes_that_are_not_utf8_are_refused() =>
        FluentActions.Invoking(() => CanonicalJson.Of(new byte[] { (byte)'"', 0xED, 0xA0, 0x80, (byte)'"' })).Should().Throw<FormatException>();

    private static string Canonical(string json) => Encoding.UTF8.GetString(CanonicalJson.Of(Encoding.UTF8.GetBytes(json)));
}
