using System.Text.Json.Nodes;
using Governance.Tests.Support;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Governance.Tests.Api.OpenApi;

public sealed class EndpointTests : IAsyncLifetime
{
    private TestApi api = null!;

    public async Task InitializeAsync() => api = await TestApi.StartAsync();

    public async Task DisposeAsync() => await api.DisposeAsync();

    [Fact]
    public void Every_body_is_read_with_all_its_faults_at_once() =>
        api.Services.GetRequiredService<EndpointDataSource>().Endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is not null).Should().BeEmpty();

    [Fact]
    public async Task Every_endpoint_is_described_under_a_name_of_its_own_with_what_it_answers()
    {
        var json = await api.Client.GetStringAsync("/openapi/v1.json");

        OpenApiDocument.Parse(json, "json").Diagnostic!.Errors.Should().BeEmpty();
        var operations = JsonNode.Parse(json)!["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject().Select(operation => (Address: $"{operation.Key} {path.Key}", Said: operation.Value!.AsObject()))).ToList();
        operations.Where(operation => operation.Said["summary"] is null || operation.Said["operationId"] is null || operation.Said["tags"] is null || !Answers(operation.Said))
            .Select(operation => operation.Address).Should().BeEmpty();
        operations.Select(operation => operation.Said["operationId"]!.GetValue<string>()).Should().OnlyHaveUniqueItems();
    }

    private static bool Answers(JsonObject operation) =>
        operation["responses"]!.AsObject().Any(response => response.Key == "204" || (response.Key.StartsWith('2') && response.Value!["content"] is not null));
}
