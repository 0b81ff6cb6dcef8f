using System.Text.Json.Nodes;
using Governance.Api.Features.Recording.Words;
using Governance.Api.Http.Binding;
using Governance.Domain.Decisions;
using Governance.Tests.Support;

namespace Governance.Tests.Pages.Recording;

[Collection(RecordingPageTests.Name)]
public sealed class EveryKindTests(SiteFixture site)
{
    private const string Chair = "Styret: leder, Kari Eksempel";

    /// <summary>What is filled in for each kind of change, and what the decision then says.</summary>
    private static readonly Dictionary<string, ((string Member, string Text)[] Typed, string Expected)> Kinds = new(StringComparer.Ordinal)
    {
        ["establish-body"] = ([("name", "Panelet"), ("kind", "panel"), ("parent", "Styret"), ("advisoryTo[0]", "Rådet")],
            """{"ref": "c1", "name": "Panelet", "kind": "panel", "parent": "Styret", "advisoryTo": ["Rådet"]}"""),
        ["reestablish-body"] = ([("body", "Nedlagt"), ("kind", "forum")], """{"body": "Nedlagt", "kind": "forum"}"""),
        ["rename-body"] = ([("body", "Rådet"), ("name", "Utvalget"), ("nameEn", "The committee")], """{"body": "Rådet", "name": "Utvalget", "nameEn": "The committee"}"""),
        ["reclassify-body"] = ([("body", "Rådet"), ("kind", "council"), ("visibility", "internal")], """{"body": "Rådet", "kind": "council", "visibility": "internal"}"""),
        ["move-body"] = ([("body", "Rådet"), ("parent!", "true")], """{"body": "Rådet", "parent": null}"""),
        ["dissolve-body"] = ([("body", "Rådet"), ("reason", "Ferdig"), ("lastDay", "6.2020")], """{"body": "Rådet", "reason": "Ferdig", "lastDay": "2020-06"}"""),
        ["adopt-mandate"] = ([("body", "Rådet"), ("points", "Råde\n  styret\n\nSvare"), ("deliverable", "Et svar"), ("dueOn", "1. 5.2021")],
            """{"body": "Rådet", "points": ["Råde\nstyret", "Svare"], "deliverable": "Et svar", "dueOn": "2021-05-01"}"""),
        ["extend-mandate"] = ([("body", "Styret"), ("dueOn", "2022")], """{"body": "Styret", "dueOn": "2022"}"""),
        ["conclude-mandate"] = ([("body", "Styret"), ("link", "https://example.org/rapport")], """{"body": "Styret", "link": "https://example.org/rapport"}"""),
        ["repeal-mandate"] = ([("body", "Styret")], """{"body": "Styret"}"""),
        ["create-seat"] = ([("body", "Rådet"), ("role", "observer"), ("exOfficio.body", "Styret"), ("exOfficio.role", "secretary"), ("votes", "false"), ("order", "3")],
            """{"ref": "c1", "body": "Rådet", "role": "observer", "exOfficio": {"body": "Styret", "role": "secretary"}, "votes": false, "order": 3}"""),
        ["change-seat"] = ([("seat", Chair), ("title", "Styreleder"), ("represents!", "true")], """{"seat": "CHAIR", "title": "Styreleder", "represents": null}"""),
        ["abolish-seat"] = ([("seat", Chair)], """{"seat": "CHAIR"}"""),
        ["appoint"] = ([("body", "Styret"), ("role", "member"), ("person", "Nils Eksempel"), ("person.title", "lege"), ("represents", "Universitetet")],
            """{"body": "Styret", "role": "member", "person": {"name": "Nils Eksempel", "title": "lege"}, "represents": "Universitetet"}"""),
        ["extend-appointment"] = ([("body", "Styret"), ("role", "secretary"), ("person", "Ola Eksempel"), ("termThrough", "2024")],
            """{"body": "Styret", "role": "secretary", "person": "OLA", "termThrough": "2024"}"""),
        ["end-appointment"] = ([("seat", Chair), ("reason", "resigned"), ("effectiveFrom", "1.7.2020")], """{"seat": "CHAIR", "reason": "resigned", "effectiveFrom": "2020-07-01"}"""),
        ["grant-leave"] = ([("seat", Chair), ("substitute", "Ola Eksempel"), ("effectiveFrom", "1.7.2020")], """{"seat": "CHAIR", "substitute": "OLA", "effectiveFrom": "2020-07-01"}"""),
        ["end-leave"] = ([("body", "Styret"), ("role", "secretary"), ("person", "Ola Eksempel"), ("lastDay", "/2020")],
            """{"body": "Styret", "role": "secretary", "person": "OLA", "lastDay": "/2020"}"""),
        ["reconstitute-body"] = ([("body", "Styret"), ("seats[0].role", "chair"), ("seats[0].person", "Ola Eksempel"), ("seats[0].termThrough", "2023")],
            """{"body": "Styret", "seats": [{"ref": "c1s1", "role": "chair", "person": "OLA", "termThrough": "2023"}]}"""),
        ["set-composition-rules"] = ([("body", "Styret"), ("maxSeats", "7"), ("termLength", "1 år og 6 måneder"), ("genderBalance", "true")],
            """{"body": "Styret", "maxSeats": 7, "termLength": "P1Y6M", "genderBalance": true}"""),
        ["admit-partner"] = ([("name", "Kommunen"), ("kind", "municipality"), ("organisationNumber", "974760673")], """{"ref": "c1", "name": "Kommunen", "kind": "municipality", "organisationNumber": "974760673"}"""),
        ["rename-partner"] = ([("partner", "Universitetet"), ("name", "UiB")], """{"partner": "Universitetet", "name": "UiB"}"""),
        ["withdraw-partner"] = ([("partner", "Universitetet"), ("reason", "Flytter")], """{"partner": "Universitetet", "reason": "Flytter"}"""),
        ["rename-cluster"] = ([("name", "Alrek"), ("nameEn", "Alrek cluster")], """{"name": "Alrek", "nameEn": "Alrek cluster"}"""),
        ["adopt-strategy"] = ([("title", "Mot 2026"), ("focusAreas", "Forskning\nInnovasjon"), ("validThrough", "2026")], """{"title": "Mot 2026", "focusAreas": ["Forskning", "Innovasjon"], "validThrough": "2026"}"""),
    };

    private static readonly UnionShape Changes = (UnionShape)Shapes.Of(typeof(Change));

    [Fact]
    public void Every_kind_of_change_and_every_member_has_a_name_in_the_form_and_is_tried_here()
    {
        var kinds = Changes.Variants.ToList();
        Kinds.Keys.Should().BeEquivalentTo(kinds.Select(k => k.Key));
        ChangeWords.Groups.SelectMany(g => g.Changes).Select(c => c.Word).Should().BeEquivalentTo(kinds.Select(k => k.Key));
        kinds.SelectMany(k => k.Value.Members.Select(m => (Of: k.Key, m.Word))).Where(m => !MemberWords.Knows(m.Of, m.Word)).Should().BeEmpty();
    }

    [Fact]
    public async Task Every_kind_of_change_is_filled_in_previewed_and_becomes_what_the_register_takes()
    {
        var cluster = await Secretary.FoundAsync(site);
        var made = await cluster.DecideAsync("""
            {"title": "Begynnelsen", "decidedByText": "Partnerne", "decidedOn": "2016", "changes": [
              {"type": "establish-body", "ref": "top", "kind": "board", "name": "Styret"}, {"type": "establish-body", "kind": "committee", "name": "Rådet", "parent": "#top"},
              {"type": "establish-body", "ref": "gone", "kind": "committee", "name": "Nedlagt"}, {"type": "dissolve-body", "body": "#gone", "effectiveFrom": "2018"},
              {"type": "adopt-mandate", "body": "#top", "points": ["Styre"]}, {"type": "admit-partner", "name": "Universitetet", "kind": "university"},
              {"type": "create-seat", "ref": "chair", "body": "#top", "role": "chair"}, {"type": "create-seat", "body": "#top", "role": "member"},
              {"type": "appoint", "seat": "#chair", "person": {"name": "Kari Eksempel"}, "termThrough": "2021"},
              {"type": "appoint", "body": "#top", "role": "secretary", "person": {"ref": "ola", "name": "Ola Eksempel"}},
              {"type": "grant-leave", "body": "#top", "role": "secretary", "person": "#ola"}]}
            """);
        var (chair, ola) = (Seat(6, "seat"), Seat(9, "person"));
        await using var ada = await Secretary.SitDownAsync(site, cluster.Id);

        foreach (var (kind, (typed, expected)) in Kinds)
        {
            await ada.OpenAsync($"/record?add={kind}");
            await ada.FillAsync("decidedByText", "Partnerne");
            await ada.FillAsync("decidedOn", "2020");
            if (kind == "reconstitute-body") await ada.PushAsync("add-row:0");
            foreach (var (member, text) in typed) await ada.FillAsync($"changes[0].{member}", text);
            await ada.PushAsync("preview");

            ada.Page.Url.Should().EndWith("/preview", "{0}: {1}", kind, await ada.TextAsync());
            var change = JsonNode.Parse(expected.Replace("CHAIR", chair, StringComparison.Ordinal).Replace("OLA", ola, StringComparison.Ordinal))!.AsObject();
            change["type"] = kind;
            var document = await ada.DocumentAsync();
            JsonNode.DeepEquals(document["changes"]!.AsArray().Single(), change).Should().BeTrue("{0} is {1}", document["changes"]!.ToJsonString(), change.ToJsonString());

            // What is shown again says the same.
            await ada.OpenAsync($"/drafts/{ada.Draft}");
            await ada.PushAsync("save");
            JsonNode.DeepEquals((await ada.DocumentAsync())["changes"], document["changes"]).Should().BeTrue("{0} is {1}", kind, (await ada.DocumentAsync()).ToJsonString());
        }

        ada.Visitor.Complaints.Should().BeEmpty();

        string Seat(int change, string what) => made.Json["changes"]![change]!["seats"]![0]![what]!.GetValue<string>();
    }
}
