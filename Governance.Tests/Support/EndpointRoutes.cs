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

    /// <summary>An address of a pattern: in a cluster, of what is not there.</summary>
    public static string Address(string pattern, string cluster) => pattern.Replace("{cluster}", cluster, StringComparison.Ordinal)
        .Replace("{id:guid}", $"{Guid.Empty}", StringComparison.Ordinal).Replace("{id}", "none", StringComparison.Ordinal)
        .Replace("{item:guid}", $"{Guid.Empty}", StringComparison.Ordinal).Replace("{paper:guid}", $"{Guid.Empty}", StringComparison.Ordinal).Replace("{task:guid}", $"{Guid.Empty}", StringComparison.Ordinal)
        .Replace("{number:long}", "1", StringComparison.Ordinal).Replace("{position:long}", "1", StringComparison.Ordinal)
        .Replace("{year:int}", "2022", StringComparison.Ordinal).Replace("{documentName}", "v1", StringComparison.Ordinal);
}
