using System.Text.Encodings.Web;
using System.Text.Json.Nodes;

namespace Governance.Tests.Support;

/// <summary>The body of a problem, to be compared as a whole.</summary>
public static class ProblemBody
{
    /// <summary>As JSON, without the address and the trace id, which differ from request to request.</summary>
    public static async Task<string> ProblemAsync(this HttpResponseMessage response)
    {
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject();
        body.Remove("instance").Should().BeTrue();
        body.Remove("traceId").Should().BeTrue();
        return body.ToJsonString(new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
