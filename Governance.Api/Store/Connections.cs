using Governance.Api.EventStore;
using Governance.Api.Hosting;
using Governance.Api.Http.Answers;
using Npgsql;

namespace Governance.Api.Store;

/// <summary>A node's pools of connections: those who may be many take none from those who must get through. Together they are what it takes of PostgreSQL's <c>max_connections</c>.</summary>
public static class Connections
{
    /// <summary>The key of those of what works for all clusters: Marten's daemon, Wolverine's queues.</summary>
    public const string Background = "background";

    /// <summary>The key of those that searches share, whose statements end after two seconds.</summary>
    public const string Searches = "searches";

    /// <summary>The key of those by which a node knows what is recorded, tells others, and says how it is.</summary>
    public const string Vital = "vital";

    /// <summary>The most of the pool that everybody else shares, writers first, where the connection string says nothing else.</summary>
    public const int MostShared = 24;

    /// <summary>The most of the others together.</summary>
    public const int MostApart = MostInBackground + ReadLimiter.Searches + MostVital;

    private const int MostInBackground = 10;
    // Health looks in five places at once; one hears what others record, one asks where the logs stand, and one tells.
    private const int MostVital = 8;

    public static void AddConnections(this IServiceCollection services)
    {
        services.AddSingleton(provider => EventLog.Open(StringOf(provider)));
        services.AddKeyedSingleton(Background, (provider, _) => Open(provider, MostInBackground, $"{RowLevelSecurity.Setting}=*"));
        services.AddKeyedSingleton(Searches, (provider, _) => Open(provider, ReadLimiter.Searches, "statement_timeout=2s"));
        services.AddKeyedSingleton(Vital, (provider, _) => Open(provider, MostVital, null));
    }

    /// <summary>Lets go of all that are idle, which are dead after a restart of the database.</summary>
    public static void ClearConnections(this IServiceProvider services)
    {
        services.GetRequiredService<NpgsqlDataSource>().Clear();
        foreach (var key in new[] { Background, Searches, Vital }) services.GetRequiredKeyedService<NpgsqlDataSource>(key).Clear();
    }

    private static string StringOf(IServiceProvider provider) => LocalDatabase.ConnectionString(provider.GetRequiredService<IConfiguration>());

    private static NpgsqlDataSource Open(IServiceProvider provider, int most, string? setting)
    {
        var settings = new NpgsqlConnectionStringBuilder(StringOf(provider));
        if (setting is not null) settings.Options = $"{settings.Options} -c {setting}".TrimStart();
        settings.MaxPoolSize = Math.Min(settings.MaxPoolSize, most);
        return EventLog.Open(settings.ConnectionString);
    }
}
