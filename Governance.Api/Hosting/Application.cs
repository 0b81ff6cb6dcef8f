using Governance.Api.Clusters;
using Governance.Api.Features;
using Governance.Api.Features.Pages;
using Governance.Api.Features.Webhooks;
using Governance.Api.Hosting.Telemetry;
using Governance.Api.Http;
using Governance.Api.Http.OpenApi;
using Governance.Api.Messaging;
using Governance.Api.Reporting;
using Governance.Api.Security;
using Governance.Api.Security.OpenIdConnect;
using Governance.Api.Security.SignIn;
using Governance.Api.Store;
using Microsoft.Extensions.Logging.Console;

namespace Governance.Api.Hosting;

/// <summary>What the program is made of, and the order in which a request meets it.</summary>
public static class Application
{
    /// <summary>The parts alone: no request finds its way yet.</summary>
    /// <param name="settings">Configuration in the form of the command line: <c>--urls=http://localhost:5080</c>.</param>
    /// <param name="clock">Tells the time; absent: the system's.</param>
    public static WebApplication Assemble(string[] settings, TimeProvider? clock = null)
    {
        var builder = WebApplication.CreateBuilder(settings);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddFilter(typeof(KeyAuthentication).FullName, LogLevel.Warning);
        // It warns that its keys are not encrypted in the database, where all that they protect stands beside them.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // A form without its token is logged by us, once a second.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.None);
        // Scopes hold the path of the request, where clients may write anything.
        builder.Services.PostConfigureAll<SimpleConsoleFormatterOptions>(console => console.IncludeScopes = false);
        builder.Services.PostConfigureAll<JsonConsoleFormatterOptions>(console => console.IncludeScopes = false);
        builder.Services.PostConfigureAll<ConsoleFormatterOptions>(console => console.IncludeScopes = false);
        builder.Services.AddSingleton(clock ?? TimeProvider.System);
        builder.Services.AddStore();
        builder.AddMessaging();
        builder.AddHttp();
        builder.Services.AddClusters(builder.Configuration);
        builder.Services.AddFeatures(builder.Configuration);
        builder.Services.AddPages();
        builder.Services.AddReporting(builder.Configuration);
        builder.Services.AddWebhooks(builder.Configuration);
        builder.Services.AddSecurity(builder.Configuration);
        builder.Services.AddHealth();
        builder.AddTelemetry();
        return builder.Build();
    }

    /// <summary>The way of a request through them.</summary>
    public static void Route(WebApplication app)
    {
        app.UseHttp();
        app.UsePages();
        app.UseMiddleware<RequestSizes>();
        app.UseRequestRate();
        app.UseMiddleware<CachedAnswers>();
        app.UseSecurity();
        app.UseUnknownParameters();
        app.MapHealth();
        app.MapKeys();
        app.MapAccounts();
        app.MapProvider();
        app.MapFeatures();
        app.MapPages();
        app.MapApiDescription();
    }
}
