using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Governance.Api.Security;
using Governance.Tests.Support;

namespace Governance.Tests.Upgrade;

public sealed partial class UpgradedWorkTests(UpgradeFixture upgraded) : IClassFixture<UpgradeFixture>
{
    private readonly Manifest manifest = upgraded.Manifest;

    [Fact]
    public async Task The_log_goes_on_where_it_stood_and_holds_together()
    {
        var before = await upgraded.Tusen.PositionAsync();
        var made = await upgraded.Tusen.DecideAsync("""
            {"title": "Etter oppgraderingen", "decidedByText": "Partnerne", "decidedOn": "2026-11-30", "changes": [
              {"type": "rename-body", "body": "Styret", "name": "Hovedstyret"},
              {"type": "appoint", "body": "Styret", "role": "chair", "person": {"name": "Oppdiktet Nykommer"}, "termThrough": "2030"}]}
            """);

        made.Position.Should().Be(before + 1);
        (await upgraded.Tusen.GetAsync("/committees")).Text.Should().Contain("Hovedstyret");
        (await upgraded.Tusen.PostAsync($"/decisions/{made.Id}/correction", """{"title": "Rettet", "decidedByText": "Partnerne", "decidedOn": "2026-11-30", "reason": "Feil navn."}""")).Being(HttpStatusCode.OK);
        (await upgraded.Tusen.PostAsync($"/decisions/{manifest.Drafts.Became}/redaction", """{"texts": ["title"], "reason": "Personvern."}""")).Being(HttpStatusCode.OK);
        (await upgraded.GovernAsync("verify", "--cluster", "tusen")).Should().StartWith("0 tusen: position ").And.Contain(" all as written").And.NotContain("not as written");
    }

    [Fact]
    public async Task A_request_that_was_sent_before_is_known_again()
    {
        manifest.Repeated.Should().NotBeEmpty();
        foreach (var sent in manifest.Repeated)
        {
            var holder = upgraded.As(sent.Holder);
            var again = await holder.PostAsync("/decisions", sent.Body.ToJsonString(), ("Idempotency-Key", sent.Key));
            (again.Id, again.Position, again.RecordedAt).Should().Be((sent.Answer["id"]!.ToString(), sent.Answer["position"]!.GetValue<long>(), sent.Answer["recordedAt"]!.ToString()));

            var other = (JsonObject)sent.Body.DeepClone();
            other["title"] = "Noe annet";
            (await holder.PostAsync("/decisions", other.ToJsonString(), ("Idempotency-Key", sent.Key))).Being(HttpStatusCode.UnprocessableEntity).Json["type"]!.ToString().Should().Be("/problems/idempotency-key-reused");
        }
    }

    [Fact]
    public async Task Of_the_keys_of_requests_the_hashes_alone_are_left()
    {
        await using var command = upgraded.Api.Database.CreateCommand("select count(*) filter (where id !~ '^[0-9a-f]{64}$' or data->>'id' <> id), count(*) from mt_doc_recordedrequest");
        await using var row = await command.ExecuteReaderAsync();
        await row.ReadAsync();
        (row.GetInt64(0), row.GetInt64(1) > 0).Should().Be((0, true));
    }

    [Fact]
    public async Task An_erasure_that_one_admin_asked_for_is_confirmed_by_another()
    {
        (await upgraded.As("tusen admin").DeleteAsync($"/people/{manifest.People["asked"]}")).Being(HttpStatusCode.Forbidden);   // both keys were made by the first
        (await upgraded.Tusen.As(await ApiFixture.KeyOfAnotherAsync(upgraded.Api, Role.Admin, "tusen")).DeleteAsync($"/people/{manifest.People["asked"]}")).Being(HttpStatusCode.OK);
        (await upgraded.Tusen.GetAsync($"/people/{manifest.People["asked"]}")).Text.Should().NotContain("Oppdiktet Bedt");
    }

    [Fact]
    public async Task A_draft_stands_as_it_was_typed_and_one_that_was_recorded_leads_to_its_decision()
    {
        using var ada = SignedIn();
        (await ada.OpenAsync("/tusen/drafts")).Being(HttpStatusCode.OK).Text.Should().ContainAll("2002/26 Halvferdig utkast", "Ada Oppdiktet").And.NotContain("Vedtak fra utkast");
        (await ada.OpenAsync(Draft("half"))).Being(HttpStatusCode.OK).Text.Should().ContainAll("value=\"neste tirsdag\"", "name=\"version\" value=\"1\"", "name=\"changes[0].type\" value=\"rename-body\"");
        (await ada.OpenAsync(Draft("recorded"))).Being(HttpStatusCode.Redirect).Headers["Location"].Should().Contain($"/tusen/decisions/{manifest.Drafts.Became}");
    }

    [Fact]
    public async Task A_draft_is_recorded_as_it_stands()
    {
        using var ada = SignedIn();
        (await RecordAsync(ada, "new", "2001/26 Utkast til ny gruppe")).Should().Contain("done=recorded");
        (await upgraded.Tusen.GetAsync("/bodies?limit=500")).Text.Should().Contain("Oppdiktet gruppe i utkast");
    }

    [Fact]
    public async Task The_draft_of_a_correction_corrects_the_decision_it_was_begun_for()
    {
        using var ada = SignedIn();
        (await RecordAsync(ada, "correction", "Rettet tittel i utkast")).Should().Contain($"/tusen/decisions/{manifest.Drafts.Corrects}").And.Contain("done=corrected");
        var corrected = (await upgraded.Tusen.GetAsync($"/decisions/{manifest.Drafts.Corrects}")).Json;
        (corrected["status"]!.ToString(), corrected["decision"]!["title"]!.ToString()).Should().Be(("corrected", "Rettet tittel i utkast"));
    }

    private string Draft(string which) => $"/tusen/drafts/{manifest.Drafts.Ids[which]}";

    private FormBrowser SignedIn()
    {
        var browser = new FormBrowser(upgraded.Api.Client.BaseAddress!);
        browser.Cookies.Add(upgraded.Api.Client.BaseAddress!, new Cookie(SignedInPerson.CookieName, manifest.Accounts["secretary"].Session));
        browser.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return browser;
    }

    /// <summary>Records a draft that is listed so, from its preview.</summary>
    /// <returns>Where it leads.</returns>
    private async Task<string> RecordAsync(FormBrowser by, string which, string listed)
    {
        (await by.OpenAsync("/tusen/drafts")).Being(HttpStatusCode.OK).Text.Should().Contain(listed);
        var preview = Draft(which) + "/preview";
        var shown = (await by.OpenAsync(preview)).Being(HttpStatusCode.OK).Text;
        return (await by.SendAsync(preview, [("version", Field(shown, "version")), ("position", Field(shown, "position"))])).Being(HttpStatusCode.Redirect).Headers["Location"];
    }

    private static string Field(string page, string name) => Hidden().Matches(page).Single(m => m.Groups["name"].Value == name).Groups["value"].Value;

    [GeneratedRegex("type=\"hidden\" name=\"(?<name>[a-z]+)\" value=\"(?<value>[0-9]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hidden();
}
