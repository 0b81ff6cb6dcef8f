using System.Text.Json;
using System.Text.Json.Serialization;
using Governance.Api.EventStore;
using Governance.Api.Http;
using Governance.Api.Security;

namespace Governance.Api.Hosting;

/// <summary>What the program is made of, and the order in which a request meets it.</summary>
public static class Application
{
    /// <param name="settings">Configuration in the form of the command line: <c>--urls=http://localhost:5080</c>.</param>
    public static WebApplication Build(string[] settings)
    {
        var builder = WebApplication.CreateBuilder(settings);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddFilter(typeof(KeyAuthentication).FullName, LogLevel.Warning);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(_ => EventLog.Open(LocalDatabase.ConnectionString(builder.Configuration)));
        builder.Services.ConfigureHttpJsonOptions(json => Strict(json.SerializerOptions));
        builder.AddHttp();
        builder.Services.AddSecurity(builder.Configuration);
        builder.Services.AddHealth();

        var app = builder.Build();
        app.UseHttp();
        app.UseSecurity();
        app.MapHealth();
        app.MapKeys();
        return app;
    }

    /// <summary>What is unknown, or given twice, is refused; what is unset is left out.</summary>
    private static void Strict(JsonSerializerOptions json)
    {
        json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        json.AllowDuplicateProperties = false;
        json.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
    }
}
