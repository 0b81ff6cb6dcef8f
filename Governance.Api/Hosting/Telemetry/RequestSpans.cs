using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace Governance.Api.Hosting.Telemetry;

/// <summary>Names a request's span by its route, never by its address, which may hold a name that was searched for.</summary>
internal sealed class RequestSpans(RequestDelegate next)
{
    private const string Other = "_OTHER";
    private static readonly HashSet<string> methods = new(StringComparer.Ordinal) { "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS" };

    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        if (context.Features.Get<IHttpActivityFeature>()?.Activity is not { IsAllDataRequested: true } span) return;
        var method = methods.Contains(context.Request.Method) ? context.Request.Method : Other;
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        span.DisplayName = route is null ? method : $"{method} {route}";
        span.SetTag("http.request.method", method);
        span.SetTag("http.route", route);
        span.SetTag("http.response.status_code", context.Response.StatusCode);
        if (context.Response.StatusCode >= StatusCodes.Status500InternalServerError) span.SetStatus(ActivityStatusCode.Error);
    }
}
