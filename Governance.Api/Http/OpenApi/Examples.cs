using System.Text.Json.Nodes;
using Governance.Api.Features.Webhooks;
using Governance.Domain.Decisions;
using Governance.Domain.Views;
using Microsoft.OpenApi;

namespace Governance.Api.Http.OpenApi;

/// <summary>Bodies to learn from, by the type that they are read as or answered as.</summary>
public static class Examples
{
    /// <summary>The 2022 reorganisation of Alrek helseklynge: two bodies swap a name, and a working group is set up, in one decision.</summary>
    public const string Reorganisation = """
        {
          "caseNumber": "12/22",
          "title": "Ny organisering",
          "decidedBy": "Styringsgruppe",
          "decidedOn": "2022-06-15",
          "meeting": "3/2022",
          "changes": [
            {"type": "rename-body", "body": "Arbeidsgruppe", "name": "Styringsgruppe"},
            {"type": "rename-body", "body": "Styringsgruppe", "name": "Partnermøte"},
            {"type": "adopt-mandate", "body": "Arbeidsgruppe", "points": ["Fremme samarbeid mellom partnerne"]},
            {"type": "establish-body", "ref": "senter", "kind": "working-group", "name": "Arbeidsgruppe for brukermedvirkning", "parent": "Arbeidsgruppe"},
            {"type": "adopt-mandate", "body": "#senter", "points": ["Utrede et senter for brukermedvirkning"], "deliverable": "Innsikt til Styringsgruppen", "dueOn": "2023"},
            {"type": "reconstitute-body", "body": "Brukerpanel", "seats": [
              {"ref": "s1", "role": "chair", "represents": "Brukerutvalget Helse Bergen"},
              {"role": "deputy", "deputyFor": "#s1"},
              {"role": "member", "represents": "Ungdomspanelet Helse Bergen"},
              {"role": "observer", "represents": "Studentpanel"}]}
          ]
        }
        """;

    /// <summary>What differs for Alrek helseklynge between the end of 2021 and the end of 2022, in part.</summary>
    public const string Compared = """
        {
          "from": {"asOf": "2021-12-31", "position": 21},
          "to": {"asOf": "2022-12-31", "position": 21},
          "strategy": {
            "after": {"title": "Alrek helseklynge mot 2026", "validFrom": "2022", "validThrough": "2026", "focusAreas": ["Forskning", "Brukermedvirkning"]},
            "sentence": "Strategien «Alrek helseklynge mot 2026» gjelder, med satsingsområdene Forskning og Brukermedvirkning."
          },
          "swaps": [{
            "bodies": [{"id": "0b1f7a52-3f0c-5a51-9d6e-6d7c2f3a1c01", "name": "Styringsgruppe"}, {"id": "0b1f7a52-3f0c-5a51-9d6e-6d7c2f3a1c02", "name": "Partnermøte"}],
            "names": ["Styringsgruppe"],
            "sentence": "Arbeidsgruppe overtok navnet Styringsgruppe, og organet som het det, heter nå Partnermøte."
          }],
          "added": [], "gone": [],
          "renamed": [
            {"body": {"id": "0b1f7a52-3f0c-5a51-9d6e-6d7c2f3a1c01", "name": "Styringsgruppe"}, "before": {"name": "Arbeidsgruppe"}, "after": {"name": "Styringsgruppe"}, "sentence": "Arbeidsgruppe fikk navnet Styringsgruppe."},
            {"body": {"id": "0b1f7a52-3f0c-5a51-9d6e-6d7c2f3a1c02", "name": "Partnermøte"}, "before": {"name": "Styringsgruppe"}, "after": {"name": "Partnermøte"}, "sentence": "Styringsgruppe fikk navnet Partnermøte."}
          ],
          "kindChanged": [], "visibilityChanged": [], "moved": [],
          "mandates": [{
            "body": {"id": "0b1f7a52-3f0c-5a51-9d6e-6d7c2f3a1c01", "name": "Styringsgruppe"},
            "after": {"version": 1, "points": ["Legger årsrapporten fram for partnermøtet."], "validFrom": "2022"},
            "text": [{"text": "Legger årsrapporten fram for partnermøtet.", "kind": "added"}],
            "sentence": "Styringsgruppe (tidligere Arbeidsgruppe) fikk mandat."
          }],
          "members": [{
            "body": {"id": "0b1f7a52-3f0c-5a51-9d6e-6d7c2f3a1c01", "name": "Styringsgruppe"},
            "in": [{
              "person": {"id": "0b1f7a52-3f0c-5a51-9d6e-6d7c2f3a1c03", "name": "Karsten Specht"}, "before": [], "after": [{"role": "chair", "title": "styreleder"}],
              "sentence": "Karsten Specht kom inn i Styringsgruppe (tidligere Arbeidsgruppe) som styreleder."
            }],
            "out": [], "roleChanged": [], "before": {"seats": 0, "vacant": 0}, "after": {"seats": 1, "vacant": 0}
          }],
          "partners": {"in": [], "out": [], "renamed": []}
        }
        """;

    /// <summary>The report of Alrek helseklynge's 2022, in part.</summary>
    public const string Year = """
        {
          "year": 2022,
          "title": "Organisatoriske endringer 2022",
          "cluster": "Alrek helseklynge",
          "start": {"asOf": "2021-12-31", "counts": {"bodies": 11, "seats": 18, "vacant": 13, "persons": 5, "partners": 9}},
          "end": {"asOf": "2022-12-31", "counts": {"bodies": 11, "seats": 21, "vacant": 13, "persons": 8, "partners": 9}},
          "sections": [{
            "topic": "mandates",
            "heading": "Mandater",
            "swaps": [],
            "lines": [{
              "date": "2022",
              "sentence": "Styringsgruppe fikk mandat.",
              "details": ["Legger årsrapporten fram for partnermøtet."],
              "body": {"id": "0b1f7a52-3f0c-5a51-9d6e-6d7c2f3a1c01", "name": "Styringsgruppe"},
              "decision": {"id": "0b1f7a52-3f0c-5a51-9d6e-6d7c2f3a1c04", "title": "Ny organisering", "decidedOn": "2022"}
            }]
          }],
          "otherYears": [{
            "date": "2023-03-29",
            "sentence": "Brukerpanel ble konstituert på nytt med 4 plasser og 4 personer.",
            "details": [],
            "body": {"id": "0b1f7a52-3f0c-5a51-9d6e-6d7c2f3a1c02", "name": "Brukerpanel"},
            "decision": {"id": "0b1f7a52-3f0c-5a51-9d6e-6d7c2f3a1c05", "title": "Ny representasjon i Brukerpanelet", "decidedOn": "2022-12-05"}
          }],
          "withoutChanges": [{"id": "0b1f7a52-3f0c-5a51-9d6e-6d7c2f3a1c06", "title": "Årsrapporten er mottatt", "decidedOn": "2022-03-01"}]
        }
        """;

    private const string Subscription = """
        {"url": "https://nettsted.example/governance", "description": "Nettstedet", "types": ["decision-recorded", "decision-corrected", "decision-annulled"]}
        """;

    private const string Subscribed = """
        {
          "id": "0199aa00-1111-7222-8333-444444444444", "url": "https://nettsted.example/governance", "description": "Nettstedet",
          "types": ["decision-recorded", "decision-corrected", "decision-annulled"], "audience": "public", "lang": "nb", "state": "active", "position": 21, "behind": 3,
          "failure": {
            "since": "2026-01-31T10:11:12.123456Z", "attempts": 4, "fault": "failed", "message": "Mottakeren kan ikke ta imot nå.", "status": 503, "nextAttemptAt": "2026-01-31T10:11:27.654321Z"
          },
          "createdAt": "2026-01-01T12:00:00.000000Z", "createdBy": "bootstrap"
        }
        """;

    private const string Delivered = """
        {"at": "2026-01-31T10:11:12.123456Z", "messageId": "msg_0199aa00111172228333444444444444_22", "position": 22, "delivered": true, "milliseconds": 87, "status": 204}
        """;

    private const string LaidAside = """
        {"deadLetters": [{"number": 31, "messageId": "msg_0199aa00111172228333444444444444_22", "position": 22, "at": "2026-01-31T10:11:12.123456Z", "attempts": 5, "status": 422, "fault": "refused", "message": "Mottakeren avviste meldingen."}]}
        """;

    private static readonly Dictionary<Type, (string Name, string Summary, string Json)> Known = new()
    {
        [typeof(Decision)] = ("reorganisation", "Two bodies swap a name, in one decision", Reorganisation),
        [typeof(Comparison)] = ("reorganisation", "The year in which two bodies swapped a name", Compared),
        [typeof(AnnualReport)] = ("year", "A year's report, in part", Year),
        [typeof(NewWebhook)] = ("website", "A website that is told of decisions", Subscription),
        [typeof(WebhookPatch)] = ("resume", "Go on from where it stands", """{"enabled": true}"""),
        [typeof(ReplayRequest)] = ("again", "Send again all that came after position 12", """{"after": 12}"""),
        [typeof(WebhookView)] = ("away", "A subscriber that is away", Subscribed),
        [typeof(WebhookList)] = ("one", "One subscriber, that is away", $$"""{"webhooks": [{{Subscribed}}]}"""),
        [typeof(DeliveryView)] = ("taken", "A message that was taken", Delivered),
        [typeof(DeliveryList)] = ("one", "One attempt", $$"""{"deliveries": [{{Delivered}}]}"""),
        [typeof(DeadLetterList)] = ("one", "One message that was refused five times", LaidAside),
    };

    /// <summary>The examples of a type, read or answered; null where there are none.</summary>
    public static IDictionary<string, IOpenApiExample>? Of(Type type) => !Known.TryGetValue(type, out var known) ? null : new Dictionary<string, IOpenApiExample>(StringComparer.Ordinal)
    {
        [known.Name] = new OpenApiExample { Summary = known.Summary, Value = JsonNode.Parse(known.Json) },
    };
}
