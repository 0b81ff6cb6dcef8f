using System.Text.Json.Nodes;
using Governance.Api.Features.Webhooks.Delivery;
using Governance.Domain.Views;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Governance.Api.Features.Webhooks;

/// <summary>Describes what subscribers are sent, and how their answers are taken.</summary>
internal static class WebhookDescription
{
    private const string Example = """
        {
          "type": "decision-recorded", "timestamp": "2022-06-16T08:15:00.000000Z", "cluster": "alrek",
          "data": {
            "position": 12, "recordedAt": "2022-06-16T08:15:00.000000Z", "type": "decision-recorded", "sentence": "Vedtak 12/22 «Ny organisering» ble protokollført.",
            "decision": "0b1f7a52-3f0c-5a51-9d6e-6d7c2f3a1c04", "caseNumber": "12/22", "title": "Ny organisering"
          }
        }
        """;

    public static async Task DescribeAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken ct)
    {
        var body = await context.GetOrCreateSchemaAsync(typeof(MessageBody<Registration>), cancellationToken: ct);
        document.Webhooks = new Dictionary<string, IOpenApiPathItem>(StringComparer.Ordinal)
        {
            ["registration"] = new OpenApiPathItem { Operations = new() { [HttpMethod.Post] = Sent(body) } },
        };
    }

    private static OpenApiOperation Sent(IOpenApiSchema body) => new()
    {
        OperationId = "Registration",
        Summary = "An entry of /changes, as it is recorded",
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
                    Examples = new Dictionary<string, IOpenApiExample>(StringComparer.Ordinal) { ["decision"] = new OpenApiExample { Summary = "A decision was recorded", Value = JsonNode.Parse(Example) } },
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
