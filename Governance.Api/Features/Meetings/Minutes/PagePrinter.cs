using System.ComponentModel;
using System.Diagnostics;

namespace Governance.Api.Features.Meetings.Minutes;

/// <summary>Prints a page as PDF by the machine's own Chromium: the one that <c>Governance:Chromium</c> names, or one that is found. Without one nothing is printed here.</summary>
public sealed class PagePrinter(IConfiguration configuration) : IDisposable
{
    private static readonly string[] names = ["chromium", "chromium-browser", "google-chrome"];
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(30);

    private readonly string? program = configuration["Governance:Chromium"] is { Length: > 0 } named ? named : Found();
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Whether there is one.</summary>
    public bool IsThere => program is not null;

    /// <summary>The page as PDF; null where it could not be printed. What it takes stands in a folder of its own, which is gone afterwards.</summary>
    public async Task<byte[]?> PrintAsync(string html, CancellationToken ct)
    {
        if (program is null) return null;
        await turn.WaitAsync(ct);
        var folder = Directory.CreateTempSubdirectory("governance-print-");
        try
        {
            var (page, pdf) = (Path.Combine(folder.FullName, "page.html"), Path.Combine(folder.FullName, "page.pdf"));
            await File.WriteAllTextAsync(page, html, ct);
            string[] arguments = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-javascript", "--no-pdf-header-footer", $"--user-data-dir={folder.FullName}", $"--print-to-pdf={pdf}", page];
            await RunAsync(arguments, ct);
            return File.Exists(pdf) ? await File.ReadAllBytesAsync(pdf, ct) : null;
        }
        finally
        {
            turn.Release();
            folder.Delete(recursive: true);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();

    private async Task RunAsync(string[] arguments, CancellationToken ct)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(ct);
        late.CancelAfter(patience);
        try
        {
            using var browser = Process.Start(new ProcessStartInfo(program!, arguments) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true })!;
            try
            {
                await Task.WhenAll(browser.StandardError.ReadToEndAsync(late.Token), browser.StandardOutput.ReadToEndAsync(late.Token));
                await browser.WaitForExitAsync(late.Token);
            }
            catch (OperationCanceledException)
            {
                browser.Kill(entireProcessTree: true);
                await browser.WaitForExitAsync(CancellationToken.None);
                ct.ThrowIfCancellationRequested();
            }
        }
        catch (Win32Exception)
        {
            // It is not there after all.
        }
    }

    private static string? Found() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).SelectMany(folder => names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
}
