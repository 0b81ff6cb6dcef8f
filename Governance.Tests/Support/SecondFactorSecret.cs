namespace Governance.Tests.Support;

/// <summary>The secret of a second factor, as the page that offers it shows it to be typed into an app.</summary>
public static class SecondFactorSecret
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const string Shown = "<code class=\"secret\">";

    public static byte[] In(string page)
    {
        page.Should().Contain(Shown);
        var from = page.IndexOf(Shown, StringComparison.Ordinal) + Shown.Length;
        return OfBase32(page[from..page.IndexOf('<', from)].Replace(" ", "", StringComparison.Ordinal));
    }

    public static byte[] OfBase32(string text)
    {
        var bits = string.Concat(text.Select(letter => Convert.ToString(Letters.IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2))];
    }
}
