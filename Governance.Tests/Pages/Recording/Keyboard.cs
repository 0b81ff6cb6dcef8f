using Governance.Tests.Support;
using Microsoft.Playwright;

namespace Governance.Tests.Pages.Recording;

/// <summary>Hands that touch nothing but the keyboard.</summary>
internal sealed class Keyboard(IPage page)
{
    private const int MostTabs = 250;

    /// <summary>How many keys have been pressed.</summary>
    public int Presses { get; private set; }

    /// <summary>Goes on with Tab until the element has the focus.</summary>
    public async Task TabToAsync(string selector)
    {
        for (var i = 0; i < MostTabs; i++)
        {
            if (await page.EvaluateAsync<bool>("s => document.activeElement.matches(s)", selector)) return;
            await PressAsync("Tab");
        }

        throw new InvalidOperationException($"Tab does not lead to {selector} on {page.Url}.");
    }

    /// <summary>Types over what stands in a field.</summary>
    public async Task FillAsync(string path, string text)
    {
        await TabToAsync($"[name='{path}']");
        if (await page.EvaluateAsync<bool>("document.activeElement.value !== '' && document.activeElement.localName !== 'select'")) await PressAsync("Control+A");
        await TypeAsync(text);
    }

    public async Task TypeAsync(string text)
    {
        foreach (var line in text.Split('\n').Index())
        {
            if (line.Index > 0) await PressAsync("Enter");
            await page.Keyboard.TypeAsync(line.Item);
            Presses += line.Item.Length;
        }
    }

    public async Task PressAsync(string key)
    {
        await page.Keyboard.PressAsync(key);
        Presses++;
    }

    /// <summary>Presses Enter, which leads to another page.</summary>
    public Task EnterAsync() => page.LeaveByAsync(() => PressAsync("Enter"));

    /// <summary>Presses a button of the form.</summary>
    public async Task PushAsync(string value)
    {
        if (value.StartsWith("add:", StringComparison.Ordinal) && !await page.EvaluateAsync<bool>("document.querySelector('#add-change').open"))
        {
            await TabToAsync("#add-change > summary");
            await PressAsync("Enter");
        }

        await TabToAsync($"button[value='{value}']:not(.hidden)");
        await EnterAsync();
    }

    /// <summary>Records what is previewed.</summary>
    public async Task RecordAsync()
    {
        await TabToAsync("#record button");
        await EnterAsync();
    }
}
