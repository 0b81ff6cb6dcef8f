using System.Text.Json.Nodes;
using Governance.Api.Features.Changes;
using Governance.Api.Features.Webhooks.Delivery;
using Governance.Domain.Views;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Governance.Api.Features.Webhooks;

/// <summary>Describes what subscribers are sent, and how their answers are taken.</summary>
internal static class WebhookDescription
{
    private const string Recorded = """
        {
          "type": "decision-recorded", "timestamp": "2022-06-16T08:15:00.000000Z", "cluster": "alrek",
          "data": {
            "position": 12, "recordedAt": "2022-06-16T08:15:00.000000Z", "type": "decision-recorded", "sentence": "Vedtak 12/22 «Ny organisering» ble protokollført.",
            "decision": "0b1f7a52-3f0c-5a51-9d6e-6d7c2f3a1c04", "caseNumber": "12/22", "title": "Ny organisering"
          }
        }
        """;

    private const string Took = """
        {
          "type": "took-effect", "timestamp": "2022-07-01T00:00:00.000000Z", "cluster": "alrek",
          "data": {
            "id": "effect:12:1", "type": "took-effect", "date": "2022-07-01", "sentence": "Arbeidsgruppe fikk navnet Styringsgruppe.", "change": "body-renamed",
            "body": {"id": "0b1f7a52-3f0c-5a51-9d6e-6d7c2f3a1c01", "name": "Styringsgruppe"}, "before": "Arbeidsgruppe", "after": "Styringsgruppe", "position": 12, "index": 1
          }
        }
        """;

    public static async Task DescribeAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken ct)
    {
        document.Webhooks = new Dictionary<string, IOpenApiPathItem>(StringComparer.Ordinal)
        {
            ["registration"] = Sent("Registration", "An entry of /changes, as it is recorded", await context.GetOrCreateSchemaAsync(typeof(MessageBody<Registration>), cancellationToken: ct), Recorded),
            ["took-effect"] = Sent("TookEffect", "What was recorded beforehand, on the day it takes effect", await context.GetOrCreateSchemaAsync(typeof(MessageBody<EffectEntry>), cancellationToken: ct), Took),
        };
    }

    private static OpenApiPathItem Sent(string id, string summary, IOpenApiSchema body, string example) => new() { Operations = new() { [HttpMethod.Post] = Operation(id, summary, body, example) } };

    private static OpenApiOperation Operation(string id, string summary, IOpenApiSchema body, string example) => new()
    {
        OperationId = id,
        Summary = summary,
        Description = "Signed as Standard Webhooks has it. In order, one at a time, at least once: a repeat has the same webhook-id.",
        Parameters =
        [
            Header("webhook-id", "The same for every sending of a message."),
            Header("webhook-timestamp", "When it was sent: seconds since 1970."),
            Header("webhook-signature", "v1, and the base64 of HMAC-SHA256 over id.timestamp.body; two with a blank between while a secret is renewed."),
        ],
        RequestBody = new OpenApiRequestBody
        {
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                ["application/json"] = new()
                {
                    Schema = body,
                    Examples = new Dictionary<string, IOpenApiExample>(StringComparer.Ordinal) { ["one"] = new OpenApiExample { Summary = summary, Value = JsonNode.Parse(example) } },
                },
            },
        },
        Responses = new()
        {
            ["2XX"] = new OpenApiResponse { Description = "Taken; the next one follows." },
            ["410"] = new OpenApiResponse { Description = "No more, ever: the subscription is stopped." },
            ["422"] = new OpenApiResponse { Description = "Not this one (as 400, 413 and 415): tried some times, and then laid aside as a dead letter." },
            ["default"] = new OpenApiResponse { Description = "Not now: tried again after ever longer pauses, or as long as Retry-After asks, before anything else is sent." },
        },
    };

    private static OpenApiParameter Header(string name, string description) =>
        new() { Name = name, In = ParameterLocation.Header, Required = true, Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
}
