using Governance.Api.EventStore;
using Npgsql;

namespace Governance.Api.Hosting;

/// <summary>Which database the configuration means: the one it names, or else the private one.</summary>
public static class LocalDatabase
{
    /// <summary>The setting of a task that is the owner's.</summary>
    public const string AsOwner = "--Governance:AsOwner=true";

    /// <summary>As the role that serves, but for a task of the owner's.</summary>
    public static string ConnectionString(IConfiguration configuration) =>
        configuration.GetValue<bool>("Governance:AsOwner") ? OwnersConnectionString(configuration)
        : Named(configuration, "Governance") ?? new NpgsqlConnectionStringBuilder(LocalPostgres.ConnectionStringFor(Folder(configuration))) { Username = RowLevelSecurity.ServingRole }.ConnectionString;

    /// <summary>As the role that owns the tables, to change them and to read all of them; the same one, where the configuration names no other.</summary>
    public static string OwnersConnectionString(IConfiguration configuration) =>
        Named(configuration, "Owner") ?? Named(configuration, "Governance") ?? LocalPostgres.ConnectionStringFor(Folder(configuration));

    /// <summary>Starts the private PostgreSQL if that is the one meant; nothing to stop otherwise.</summary>
    /// <exception cref="FolderInUseException">Another process of ours runs it already.</exception>
    public static async Task<LocalPostgres?> StartAsync(IConfiguration configuration, ILogger<LocalPostgres> logger, CancellationToken ct) =>
        Named(configuration, "Governance") is null ? await LocalPostgres.StartAsync(Folder(configuration), durable: true, logger, ct) : null;

    private static string? Named(IConfiguration configuration, string name) =>
        configuration.GetConnectionString(name) is { Length: > 0 } named ? named : null;

    private static string Folder(IConfiguration configuration) =>
        configuration["Governance:StateFolder"] is { Length: > 0 } folder ? folder : StateFolder.Default;
}
