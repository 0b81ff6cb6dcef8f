using Governance.Tests.Support;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Api.OpenApi;

public sealed class EndpointTests
{
    [Fact]
    public async Task Every_body_is_read_with_all_its_faults_at_once()
    {
        await using var api = await TestApi.StartAsync();

        api.Services.GetRequiredService<EndpointDataSource>().Endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is not null).Should().BeEmpty();
    }
}
