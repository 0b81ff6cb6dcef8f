namespace Governance.Api.Hosting;

/// <summary>Which database the configuration means: the one it names, or else the private one.</summary>
public static class LocalDatabase
{
    public static string ConnectionString(IConfiguration configuration) =>
        Named(configuration) ?? LocalPostgres.ConnectionStringFor(Folder(configuration));

    /// <summary>Starts the private PostgreSQL if that is the one meant; nothing to stop otherwise.</summary>
    /// <exception cref="FolderInUseException">Another process of ours runs it already.</exception>
    public static async Task<LocalPostgres?> StartAsync(IConfiguration configuration, ILogger<LocalPostgres> logger, CancellationToken ct) =>
        Named(configuration) is null ? await LocalPostgres.StartAsync(Folder(configuration), durable: true, logger, ct) : null;

    private static string? Named(IConfiguration configuration) =>
        configuration.GetConnectionString("Governance") is { Length: > 0 } named ? named : null;

    private static string Folder(IConfiguration configuration) =>
        configuration["Governance:StateFolder"] is { Length: > 0 } folder ? folder : StateFolder.Default;
}
