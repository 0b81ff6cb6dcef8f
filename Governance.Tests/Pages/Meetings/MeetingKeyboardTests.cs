using Governance.Tests.Pages.Recording;
using Governance.Tests.Support;

namespace Governance.Tests.Pages.Meetings;

[Collection(UpkeepPageTests.Name)]
public sealed class MeetingKeyboardTests(SiteFixture site)
{
    [Fact]
    public async Task A_meeting_is_kept_from_plan_to_published_minutes_without_a_mouse()
    {
        var cluster = await Secretary.FoundAsync(site);
        await cluster.DecideAsync("""{"title": "Begynnelsen", "decidedByText": "Partnerne", "decidedOn": "2016", "changes": [{"type": "establish-body", "ref": "b", "kind": "board", "name": "Styret"}, {"type": "appoint", "body": "#b", "role": "chair", "person": {"name": "Leder Eksempel"}}]}""");
        await using var ada = await Secretary.SitDownAsync(site, cluster.Id);
        var keys = new Keyboard(ada.Page);
        await ada.OpenAsync("/meetings/plan");
        foreach (var (field, text) in new[] { ("body", "Styret"), ("day", "15.6.2022"), ("startsAt", "12.00"), ("endsAt", "14.00") }) await keys.FillAsync(field, text);
        await keys.EnterAsync();
        (await ada.TextAsync("#done")).Should().Be("Møtet er planlagt.");

        await keys.TabToAsync("#title-new");
        await keys.TypeAsync("Plan for året");
        await keys.TabToAsync("#proposal-new");
        await keys.TypeAsync("Planen vedtas.");
        await PressAsync("add");
        await FollowAsync("/notice");
        await PressAsync("numbers");
        await FollowAsync("/sitting");
        await PressAsync("in");
        await PressAsync("adopt");
        (await ada.TextAsync()).Should().Contain("Vedtatt: 1/22 Plan for året");
        await PressAsync("hold");
        await keys.TabToAsync("[name=by]");
        await keys.PressAsync("Space");
        await PressAsync("approve");
        await PressAsync("publish");
        (await ada.TextAsync("#done")).Should().Be("Protokollen er offentlig.");
        (await cluster.As(null).GetAsync("/decisions")).Text.Should().Contain("Plan for året");

        async Task PressAsync(string value)
        {
            await keys.TabToAsync($"button[value='{value}']:not(.hidden)");
            await keys.EnterAsync();
        }

        async Task FollowAsync(string path)
        {
            await keys.TabToAsync($".tabs a[href*='{path}']");
            await keys.EnterAsync();
        }
    }
}
