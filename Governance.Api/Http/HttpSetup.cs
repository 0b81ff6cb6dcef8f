using Governance.Api.Clusters;
using Governance.Api.Http.Answers;
using Governance.Api.Http.OpenApi;
using Governance.Api.Http.Problems;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Governance.Api.Http;

/// <summary>How every request is taken and every answer given.</summary>
public static class HttpSetup
{
    public static void AddHttp(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // What most requests may be is less: see RequestSizes.
            kestrel.Limits.MaxRequestBodySize = RequestSizes.LargestImport;
            kestrel.Limits.MaxRequestHeadersTotalSize = 16 << 10;
            kestrel.Limits.MaxRequestHeaderCount = 64;
        });
        builder.Services.ConfigureHttpJsonOptions(options => Json.Configure(options.SerializerOptions));
        builder.Services.AddSingleton(new AnswerCache(KeptMemory.Of(builder.Configuration).Answers));
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<RefusalLog>();
        builder.Services.AddSingleton<ReadBefore>();
        builder.Services.AddSingleton<ReadLimiter>();
        builder.Services.AddSingleton<Reads>();
        builder.Services.AddApiDescription();
        builder.Services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
            .AllowAnyOrigin()
            .WithMethods(HttpMethods.Get, HttpMethods.Head)
            .WithHeaders("Accept", "If-None-Match", "Last-Event-ID")
            .WithExposedHeaders("ETag", Answer.PositionHeader, "Retry-After")));
    }

    /// <summary>To be called before anything that sees requests.</summary>
    public static void UseHttp(this IApplicationBuilder app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<Failures>();
        app.UseStatusProblems();
        app.UseMiddleware<HeadAsGet>();
        app.UseApiPage();
        app.UseRouting();
        app.UseCors();
    }
}
