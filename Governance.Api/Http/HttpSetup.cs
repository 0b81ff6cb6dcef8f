using Governance.Api.Clusters;
using Governance.Api.Http.Answers;
using Governance.Api.Http.OpenApi;
using Governance.Api.Http.Problems;

namespace Governance.Api.Http;

/// <summary>How every request is taken and every answer given.</summary>
public static class HttpSetup
{
    /// <summary>Most bytes of a request, except to import.</summary>
    public const long LargestBody = 1 << 20;

    /// <summary>Most bytes of an import.</summary>
    public const long LargestImport = 32 << 20;

    public static void AddHttp(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // What is larger than it may be is read to its end, so that the client hears why it is refused.
            kestrel.Limits.MaxRequestBodySize = LargestImport;
            kestrel.Limits.MaxRequestHeadersTotalSize = 16 << 10;
            kestrel.Limits.MaxRequestHeaderCount = 64;
        });
        builder.Services.ConfigureHttpJsonOptions(options => Json.Configure(options.SerializerOptions));
        builder.Services.AddSingleton(new AnswerCache(KeptMemory.Of(builder.Configuration).Answers));
        builder.Services.AddSingleton<ReadBefore>();
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

    /// <summary>Lets an endpoint take an import's size.</summary>
    public static TBuilder TakesImports<TBuilder>(this TBuilder endpoints) where TBuilder : IEndpointConventionBuilder =>
        endpoints.WithMetadata(new BodyLimit(LargestImport));
}
