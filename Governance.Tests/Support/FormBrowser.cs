using System.Net;
using System.Text.RegularExpressions;

namespace Governance.Tests.Support;

/// <summary>A browser as forms need it: it keeps cookies, and sends a form with the token that its page had; it follows no redirect by itself.</summary>
public sealed partial class FormBrowser(Uri address) : IDisposable
{
    public CookieContainer Cookies { get; } = new();

    public HttpClient Client => field ??= new HttpClient(new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = address };

    public async Task<Reply> OpenAsync(string path) => await Reply.OfAsync(await Client.GetAsync(path));

    /// <summary>Opens a page and sends a form of it.</summary>
    /// <param name="to">Where, if elsewhere than to the page itself.</param>
    public async Task<Reply> SendAsync(string page, IEnumerable<(string Name, string Value)> fields, string? to = null)
    {
        var opened = await OpenAsync(page);
        var token = Token().Match(opened.Text);
        token.Success.Should().BeTrue("{0} has a form: {1}", page, opened.Text);
        using var content = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token.Groups["token"].Value)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        return await Reply.OfAsync(await Client.PostAsync(to ?? page, content));
    }

    public void Dispose() => Client.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
