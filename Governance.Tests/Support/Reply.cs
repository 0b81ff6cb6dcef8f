using System.Net;
using System.Text.Json.Nodes;
using Governance.Api.Http.Binding;

namespace Governance.Tests.Support;

/// <summary>An answer as a client has it, read to its end.</summary>
public sealed record Reply(HttpStatusCode Status, string? MediaType, IReadOnlyDictionary<string, string> Headers, string Text)
{
    /// <summary>The body, which must be JSON.</summary>
    public JsonNode Json => JsonNode.Parse(Text)!;

    /// <summary>The position after what was written.</summary>
    public long Position => Json["position"]!.GetValue<long>();

    /// <summary>The id of what was written.</summary>
    public string Id => Json["id"]!.GetValue<string>();

    /// <summary>When it was recorded.</summary>
    public string RecordedAt => Json["recordedAt"]!.GetValue<string>();

    /// <summary>The microsecond before it was recorded.</summary>
    public string JustBefore => Instants.Format(DateTimeOffset.Parse(RecordedAt).AddMicroseconds(-1));

    /// <summary>What stands between these two in the body, each time.</summary>
    public IReadOnlyList<string> Between(string before, string after) => [.. Text.Split(before).Skip(1).Select(rest => rest[..rest.IndexOf(after, StringComparison.Ordinal)])];

    /// <summary>The body but for some members.</summary>
    public JsonObject Without(params IReadOnlyList<string> members)
    {
        var rest = Json.AsObject();
        foreach (var member in members) rest.Remove(member).Should().BeTrue();
        return rest;
    }

    public static async Task<Reply> OfAsync(HttpResponseMessage response)
    {
        using (response)
        {
            var headers = response.Headers.ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
            return new(response.StatusCode, response.Content.Headers.ContentType?.MediaType, headers, await response.Content.ReadAsStringAsync());
        }
    }

    /// <summary>This answer, which must have that status.</summary>
    public Reply Being(HttpStatusCode status)
    {
        Status.Should().Be(status, "the answer is {0}", Text);
        return this;
    }
}
