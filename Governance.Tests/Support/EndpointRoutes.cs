using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Support;

/// <summary>All that a running API can be asked.</summary>
public static class EndpointRoutes
{
    /// <summary>Methods and patterns, such as <c>GET /{cluster}/bodies/{id:guid}</c>; of a page, <c>GET</c>.</summary>
    public static IEnumerable<(string Method, string Pattern)> Of(TestApi api) =>
        from endpoint in api.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null ? ["GET"] : endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        select (method, "/" + endpoint.RoutePattern.RawText!.Trim('/'));
}
