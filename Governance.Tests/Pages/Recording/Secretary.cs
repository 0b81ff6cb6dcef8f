using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Governance.Api.Features.Recording.Drafts;
using Governance.Api.Security;
using Governance.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Governance.Tests.Pages.Recording;

/// <summary>Somebody who is signed in and sits at a browser.</summary>
internal sealed class Secretary : IAsyncDisposable
{
    private static int _clusters;
    private readonly SiteFixture _site;
    private readonly SignedInPerson _person;

    private Secretary(SiteFixture site, SignedInPerson person, Visitor visitor, string cluster) => (_site, _person, Visitor, Cluster) = (site, person, visitor, cluster);

    public Visitor Visitor { get; }

    public string Cluster { get; }

    public IPage Page => Visitor.Page;

    /// <summary>The draft that the address names.</summary>
    public Guid Draft => Guid.Parse(new Uri(Page.Url).AbsolutePath.Split('/')[3]);

    public static async Task<Secretary> SitDownAsync(SiteFixture site, string cluster, string name = "Ada Eksempel", Role role = Role.Secretary, BrowserNewContextOptions? options = null)
    {
        var person = await SignedInPerson.WithAsync(site.Api, [new Grant(role, cluster)], name);
        var visitor = await site.Browser.VisitAsync(site.Api.Client.BaseAddress!, options);
        await visitor.Page.Context.AddCookiesAsync([new() { Name = SignedInPerson.CookieName, Value = person.Token, Url = site.Api.Client.BaseAddress!.AbsoluteUri }]);
        return new(site, person, visitor, cluster);
    }

    /// <summary>A new cluster without anything in it.</summary>
    public static async Task<ClusterClient> FoundAsync(SiteFixture site)
    {
        var cluster = new ClusterClient(site.Api.Client, $"recording-{Interlocked.Increment(ref _clusters)}", TestApi.AdminKey);
        using var content = new StringContent($$"""{"id": "{{cluster.Id}}", "name": "Alrek helseklynge", "foundedOn": "2016"}""", Encoding.UTF8, "application/json");
        (await Reply.OfAsync(await site.Api.SendAsync(HttpMethod.Post, "/api/clusters", TestApi.AdminKey, content))).Being(HttpStatusCode.Created);
        return cluster;
    }

    public Task OpenAsync(string path) => Visitor.OpenAsync($"/{Cluster}{path}");

    /// <summary>A field of the form, folded or not.</summary>
    public ILocator Field(string path) => Page.Locator($"[name='{path}']");

    /// <summary>Fills a field in, whatever it is.</summary>
    public async Task FillAsync(string path, string text)
    {
        await UnfoldAsync();
        var field = Field(path);
        switch (await field.EvaluateAsync<string>("f => f.type"))
        {
            case "select-one":
                await field.SelectOptionAsync(text);
                break;
            case "checkbox" or "radio":
                await field.CheckAsync();
                break;
            default:
                await field.FillAsync(text);
                break;
        }
    }

    /// <summary>Presses a button of the form, which leads to another page.</summary>
    public async Task PushAsync(string value)
    {
        await UnfoldAsync();
        await Page.LeaveByAsync(() => Page.Locator($"button[value='{value}']:not(.hidden)").First.ClickAsync());
    }

    /// <summary>Records what is previewed.</summary>
    public Task RecordAsync() => Page.LeaveByAsync(() => Page.Locator("#record button").ClickAsync());

    public async Task<string> TextAsync(string selector = "main") => await Page.Locator(selector).InnerTextAsync();

    public async Task<string> FocusedAsync()
    {
        // A browser gives the focus when it first draws the page, which may be after it has loaded.
        await Page.EvaluateAsync("new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn))))");
        return await Page.EvaluateAsync<string>("document.activeElement.id");
    }

    /// <summary>The document of the draft that is open.</summary>
    public async Task<JsonObject> DocumentAsync() => (await _site.Api.Services.GetRequiredService<SavedDrafts>().FindAsync(Cluster, Draft, default))!.Document;

    public async ValueTask DisposeAsync()
    {
        _person.Dispose();
        await Visitor.DisposeAsync();
    }

    private Task<bool> UnfoldAsync() => Page.Locator("details").EvaluateAllAsync<bool>("all => all.forEach(d => d.open = true) ?? true");
}
