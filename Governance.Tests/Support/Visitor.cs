using System.Text.Json;
using Governance.Tests.Interop;
using Microsoft.Playwright;

namespace Governance.Tests.Support;

/// <summary>Somebody with a browser window. Whatever the browser complains of is noted: script errors, what the Content-Security-Policy stops, files that are not there.</summary>
public sealed class Visitor : IAsyncDisposable
{
    public const int Desktop = 1440;
    public const int Phone = 360;

    private readonly List<string> _complaints = [];

    private Visitor(IPage page)
    {
        Page = page;
        page.Console += (_, said) => { if (said.Type is "error" or "warning") _complaints.Add(said.Text); };
        page.PageError += (_, error) => _complaints.Add(error);
        page.RequestFailed += (_, request) => _complaints.Add($"{request.Url}: {request.Failure}");
    }

    /// <summary>The window.</summary>
    public IPage Page { get; }

    /// <summary>Everything the browser has complained of.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    internal static async Task<Visitor> ComeAsync(IBrowserContext context) => new(await context.NewPageAsync());

    /// <summary>Is that person from now on, signed in.</summary>
    public Task BeAsync(SignedInPerson person) =>
        Page.Context.AddCookiesAsync([new() { Name = SignedInPerson.CookieName, Value = person.Token, Url = person.Client.BaseAddress!.AbsoluteUri }]);

    /// <summary>Opens an address; the page must be answered with that status.</summary>
    public async Task<IResponse> OpenAsync(string path, int status = 200)
    {
        var response = (await Page.GotoAsync(path))!;
        response.Status.Should().Be(status, path);
        return response;
    }

    /// <summary>The page that is open is fit for everybody: on a desktop by day and on a phone by night it does not scroll sideways, axe finds no fault by WCAG 2.2 AA, and the browser complains of nothing.</summary>
    public async Task FitForEverybodyAsync()
    {
        await FitAsync(Desktop, ColorScheme.Light);
        await FitAsync(Phone, ColorScheme.Dark);
        Complaints.Should().BeEmpty(Page.Url);
    }

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();

    private async Task FitAsync(int width, ColorScheme colors)
    {
        await Page.SetViewportSizeAsync(width, 900);
        await Page.EmulateMediaAsync(new() { ColorScheme = colors });
        (await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).Should().Be(0, "{0} fits in {1} pixels", Page.Url, width);
        (await Axe.FaultsAsync(Page)).Should().BeEmpty("of {0}, {1}, {2} pixels", Page.Url, colors, width);
    }
}

/// <summary>Ways of a browser window that tests wait for.</summary>
internal static class Leaving
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Waits until the window is at an address that begins like this, however it came there, and all of the page has come.</summary>
    public static async Task ArriveAsync(this IPage page, string address)
    {
        await Eventually.TrueAsync(() => Task.FromResult(new Uri(page.Url).PathAndQuery.StartsWith(address, StringComparison.Ordinal)));
        await page.WaitForLoadStateAsync();
    }

    /// <summary>Waits until the page has been drawn: a browser drops keys that are pressed before.</summary>
    public static Task PaintedAsync(this IPage page) => page.EvaluateAsync("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");

    /// <summary>Does what leads to another page, and waits until that has come.</summary>
    public static async Task LeaveByAsync(this IPage page, Func<Task> act)
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        page.Load += Arrived;
        try
        {
            await act();
            await arrived.Task.WaitAsync(Patience);
        }
        finally
        {
            page.Load -= Arrived;
        }

        void Arrived(object? sender, IPage loaded) => arrived.TrySetResult();
    }
}

/// <summary>axe-core, which tries a page against WCAG 2.2 AA.</summary>
internal static class Axe
{
    private static readonly Lazy<Task<string>> Source = new(() => Node.ReadAsync("axe-core/axe.min.js"));

    /// <summary>Each fault by its rule, with the first element at fault.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("typeof axe === 'object'")) await page.EvaluateAsync(await Source.Value);
        var found = await page.EvaluateAsync<JsonElement>("""
            axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] })
              .then(r => r.violations.map(v => `${v.id}: ${v.help}: ${v.nodes[0].html} ${v.nodes[0].failureSummary}`))
            """);
        return [.. found.EnumerateArray().Select(f => f.GetString()!)];
    }
}
