using Governance.Api.Clusters;
using Governance.Api.Hosting;
using Governance.Api.Messaging;
using Governance.Api.Store;
using Governance.Api.Store.Schema;
using Wolverine.Runtime;
using Wolverine;

namespace Governance.Api.Cli;

/// <summary>The program with its database running and up to date.</summary>
internal sealed class OpenApplication : IAsyncDisposable
{
    /// <summary>Who does what is done from the command line, in the log and the list of keys.</summary>
    public const string Actor = "command-line";

    private readonly LocalPostgres? _postgres;

    private OpenApplication(WebApplication app, LocalPostgres? postgres) => (App, _postgres) = (app, postgres);

    public WebApplication App { get; }

    public T Get<T>() where T : notnull => App.Services.GetRequiredService<T>();

    /// <summary>Has a command carried out as a request would.</summary>
    public async Task<T> InvokeAsync<T>(ClusterCommand command, CancellationToken ct)
    {
        await ((IHostedService)Get<IWolverineRuntime>()).StartAsync(ct);
        await using var scope = App.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMessageBus>().InvokeForTenantAsync<T>(command.Request.Cluster, command, ct);
    }

    /// <summary>For a short task: beside the server that may be running on the same state folder.</summary>
    /// <inheritdoc cref="OpenAsync(string[], CancellationToken, bool)"/>
    public static async Task<OpenApplication> ForTaskAsync(string[] settings, CancellationToken ct, bool migrate = false)
    {
        string[] quiet = ["--Logging:LogLevel:Default=Error", MessagingSetup.ForCommands, .. settings];
        try
        {
            return await OpenAsync(quiet, ct, migrate);
        }
        catch (FolderInUseException)
        {
            return await OpenAsync(quiet, static (_, _) => Task.FromResult<LocalPostgres?>(null), migrate, ct);
        }
    }

    /// <summary>As the one server of its state folder. The private PostgreSQL is brought up to this program; one that the configuration names has to be.</summary>
    /// <param name="migrate">Brings that up to this program too.</param>
    public static Task<OpenApplication> OpenAsync(string[] settings, CancellationToken ct, bool migrate = false) => OpenAsync(settings, StartAsync, migrate, ct);

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        if (_postgres is not null) await _postgres.DisposeAsync();
    }

    private static async Task<OpenApplication> OpenAsync(string[] settings, Func<WebApplication, CancellationToken, Task<LocalPostgres?>> start, bool migrate, CancellationToken ct)
    {
        var app = Application.Assemble(settings);
        // Laying out the routes takes about as long as seeing to the database.
        var routed = Task.Run(() => Application.Route(app), CancellationToken.None);
        LocalPostgres? postgres = null;
        try
        {
            postgres = await start(app, ct);
            var schema = app.Services.GetRequiredService<Migrations>();
            if (migrate || (postgres is not null && await schema.MissingAsync(ct: ct) is not null)) await Migrations.ApplyAsync(settings, ct);
            else await schema.CheckAsync(ct);
            await routed;
            return new(app, postgres);
        }
        catch
        {
            await routed.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await new OpenApplication(app, postgres).DisposeAsync();
            throw;
        }
    }

    private static async Task<LocalPostgres?> StartAsync(WebApplication app, CancellationToken ct)
    {
        var postgres = await LocalDatabase.StartAsync(app.Configuration, app.Services.GetRequiredService<ILogger<LocalPostgres>>(), ct);
        if (postgres is not null) postgres.Restarted += (_, _) => app.Services.ClearConnections();
        return postgres;
    }
}
