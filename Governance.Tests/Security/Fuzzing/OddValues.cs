using System.Globalization;
using System.Text;

namespace Governance.Tests.Security.Fuzzing;

/// <summary>Values that programs stumble on, drawn by a dice that falls the same way each time it is given the same seed.</summary>
public sealed class OddValues(Random dice)
{
    private static readonly string[] words =
    [
        "", " ", "\t", "null", "true", "-1", "0", "NaN", "1e400", "9223372036854775808", "2022-02-30", "0000-01-01", "9999-12-31", "10000-01-01", "2016", "2016-13", "2022-06-15T12:00:00Z",
        "2022-06-15T12:00:00.0000001+99:00", "9999-12-31T23:59:59.9999999-14:00", "0001-01-01T00:00:00+14:00", "00000000-0000-0000-0000-000000000000", "../../etc/passwd", "%00", "%", "'; drop table mt_events; --", "<script>", "{{7*7}}", "${x}",
        "\0", "a\0b", "\u001b[0m", "\r\nX-Odd: 1", "æøåÆØÅ", "e\u0301", "İıſß", "\u202eevil\u202c", "\u200b", "\ufeff", "\ufffd", "👨‍👩‍👧‍👦", "𝒳", "\ud800", "\udc00x", "ﷺ", "\u2028",
    ];

    private static readonly string[] numbers = ["0", "-0", "-1", "1", "2147483648", "9223372036854775807", "9223372036854775808", "-9223372036854775809", "1e308", "1e400", "0.1", "1.0", "1E+2", "123456789012345678901234567890", "0.00000000000000000000000000000001"];

    /// <summary>A text to be put in a path, a query, a header or a body.</summary>
    public string Text() => dice.Next(12) switch
    {
        0 => new string((char)dice.Next('a', 'z' + 1), dice.Next(1, 5000)),
        1 => string.Concat(Enumerable.Range(0, dice.Next(1, 20)).Select(_ => (char)dice.Next(0, 0x10000))),
        2 => string.Concat(Enumerable.Range(0, dice.Next(1, 5)).Select(_ => One(words))),
        3 => new DateTime(2016, 1, 1).AddDays(dice.Next(3000)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => One(words),
    };

    /// <summary>A JSON number.</summary>
    public string Number() => One(numbers);

    /// <summary>A JSON string, now and then with what UTF-16 alone cannot hold.</summary>
    public static string Quoted(string text)
    {
        var json = new StringBuilder("\"");
        foreach (var letter in text)
            if (letter is < ' ' or '"' or '\\' or (>= '\ud800' and <= '\udfff')) json.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}");
            else json.Append(letter);
        return json.Append('"').ToString();
    }

    /// <summary>A JSON value of any kind; or nearly one.</summary>
    public string Json(int depth = 0) => dice.Next(depth > 4 ? 4 : 10) switch
    {
        0 => One(["null", "true", "false"]),
        1 => Number(),
        2 or 3 => Quoted(Text()),
        4 => Nested(dice.Next(1, 300)),
        5 => One(["", "{", "[", "nul", "{\"a\":}", "[1,]", "\"", "\"\\ud800\"", "\ufeff{}", "{} {}", "/**/{}", "01", "{'a':1}"]),
        6 or 7 => $"[{string.Join(',', Enumerable.Range(0, dice.Next(4)).Select(_ => Json(depth + 1)))}]",
        _ => $"{{{string.Join(',', Enumerable.Range(0, dice.Next(4)).Select(_ => $"{Quoted(Text())}:{Json(depth + 1)}"))}}}",
    };

    /// <summary>Whether something that happens once in so many times does now.</summary>
    public bool OneIn(int times) => dice.Next(times) == 0;

    public T One<T>(IReadOnlyList<T> list) => list[dice.Next(list.Count)];

    private string Nested(int depth) => OneIn(2)
        ? new string('[', depth) + new string(']', OneIn(3) ? depth / 2 : depth)
        : string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth);
}
