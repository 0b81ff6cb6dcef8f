using System.Text.RegularExpressions;
using Governance.Api.Clusters;
using Governance.Api.Security;
using Governance.Tests.Api.Exports;
using Governance.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Wolverine;

namespace Governance.Tests.Pages;

/// <summary>Makes the pictures that the README shows, from the demo: in the folder that <c>SCREENSHOTS</c> names, for the README, else in passing.</summary>
[Collection(PageTests.Name)]
public sealed partial class ScreenshotTests(SiteFixture site)
{
    [Fact]
    public async Task The_pictures_in_the_readme_are_of_pages_as_they_are()
    {
        using var passing = new TemporaryFolder();
        var folder = Environment.GetEnvironmentVariable("SCREENSHOTS") ?? passing.Path;
        await using var api = await TestApi.StartAsync();
        await Demo.LoadAsync(api);
        await using (var scope = api.Services.CreateAsyncScope())
        {
            var bus = scope.ServiceProvider.GetRequiredService<IMessageBus>();
            await Governance.Api.Cli.DemoMeetings.HoldAsync(api.Services, command => bus.InvokeForTenantAsync<WriteOutcome>("alrek", command), default);
        }

        var meetings = (await new ClusterClient(api.Client, "alrek", TestApi.AdminKey).GetAsync("/meetings/planned")).Json["meetings"]!.AsArray();
        using var person = await SignedInPerson.WithAsync(api, [new Grant(Role.Secretary, "alrek")], "Demosekretær");
        await using var visitor = await site.Browser.VisitAsync(api.Client.BaseAddress!, new() { ViewportSize = new() { Width = 1280, Height = 860 } });

        var made = new List<string>();
        await ShowAsync("front", "/alrek");
        await ShowAsync("committees", "/alrek/committees");
        await ShowAsync("compare", "/alrek/compare?from=2021-12-31&to=2022-12-31");
        await visitor.BeAsync(person);
        await ShowAsync("desk", "/alrek/desk");
        await ShowAsync("record", "/alrek/record?add=establish-body&kind=working-group&name=Arbeidsgruppe+for+digital+hjemmeoppf%C3%B8lging&parent=Styringsgruppe");
        await visitor.Page.LeaveByAsync(() => visitor.Page.Locator("button[value=preview]:not(.hidden)").ClickAsync());
        await ShowAsync("preview");
        await ShowAsync("meeting", $"/alrek/meetings/{IdOf("called")}/sitting");
        await ShowAsync("minutes", $"/alrek/meetings/{IdOf("published")}/minutes");

        made.Should().BeEquivalentTo(Pictures().Matches(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "README.md"))).Select(m => m.Groups["name"].Value));
        made.Should().OnlyContain(name => File.Exists(Path.Combine(Repository.Root, "deploy", "screenshots", name + ".png")));
        visitor.Complaints.Should().BeEmpty();

        string IdOf(string status) => meetings.First(m => m!["status"]!.GetValue<string>() == status)!["id"]!.GetValue<string>();

        async Task ShowAsync(string name, string? path = null)
        {
            if (path is not null) await visitor.OpenAsync(path);
            await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png") });
            made.Add(name);
        }
    }

    [GeneratedRegex("deploy/screenshots/(?<name>[a-z]+)\\.png", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pictures();
}
