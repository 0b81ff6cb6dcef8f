using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Governance.Tests.Benchmarks;

/// <summary>What ASP.NET does by itself: a server with nothing in it, or with a route that writes bytes.</summary>
internal static class PlainServer
{
    /// <summary>The program's argument to be nothing else.</summary>
    public const string Verb = "plain";

    /// <summary>Serves nothing until told to stop.</summary>
    public static async Task RunAsync()
    {
        await using var app = Build();
        await app.StartAsync();
        Console.WriteLine($"Serving on {app.Urls.Single()}");
        await app.WaitForShutdownAsync();
    }

    /// <summary>Serves these bytes at <c>/bytes</c>, and at <c>/same</c> that they are as before.</summary>
    public static async Task<WebApplication> ServeAsync(byte[] bytes, string mediaType)
    {
        var app = Build();
        app.MapGet("/bytes", (HttpContext http) =>
        {
            (http.Response.ContentType, http.Response.ContentLength) = (mediaType, bytes.Length);
            return http.Response.Body.WriteAsync(bytes).AsTask();
        });
        app.MapGet("/same", (HttpContext http) => http.Response.StatusCode = StatusCodes.Status304NotModified);
        await app.StartAsync();
        return app;
    }

    private static WebApplication Build()
    {
        var builder = WebApplication.CreateBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        return builder.Build();
    }
}
