using System.Diagnostics;
using Microsoft.Playwright;

namespace Governance.Tests.Support;

/// <summary>The machine's own Chromium, started once for a class of tests or more.</summary>
public sealed class Browser : IAsyncDisposable
{
    private static readonly string[] Programs = ["chromium", "chromium-browser", "google-chrome"];
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Browser(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    public static async Task<Browser> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return new(playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program(), Args = ["--no-sandbox"] }));
    }

    /// <summary>A visitor of their own, without cookies and with nothing kept; on a desktop, by day, unless said otherwise.</summary>
    public async Task<Visitor> VisitAsync(Uri site, BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.BaseURL = site.AbsoluteUri;
        options.ViewportSize ??= new() { Width = Visitor.Desktop, Height = 900 };
        options.Locale = "nb-NO";
        return await Visitor.ComeAsync(await _browser.NewContextAsync(options));
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    private static string Program() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).SelectMany(folder => Programs.Select(p => Path.Combine(folder, p))).FirstOrDefault(File.Exists)
        ?? throw new UnreachableException("Chromium is not on this machine: deploy/test.sh installs it.");
}
