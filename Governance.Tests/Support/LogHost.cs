using Governance.Api.EventStore;
using Governance.Api.Hosting;
using Governance.Api.Messaging;
using Governance.Api.Store;
using Governance.Api.Store.Schema;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Wolverine.Persistence.Durability;

namespace Governance.Tests.Support;

/// <summary>The log of a database as the program has it, with nothing started that works on it.</summary>
public sealed class LogHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private LogHost(WebApplication app) => this.app = app;

    /// <summary>The events of the domain, without a database.</summary>
    public static EventTypes Types { get; } = new(DocumentStore.For(options =>
    {
        options.UseGovernance();
        options.Connection("Host=nowhere");
    }));

    public EventLog Log => app.Services.GetRequiredService<EventLog>();

    public ClusterSessions Sessions => app.Services.GetRequiredService<ClusterSessions>();

    /// <param name="connectionString">As whichever role it names.</param>
    public static LogHost Open(string connectionString, params IEnumerable<string> settings) =>
        new(Application.Assemble([$"--ConnectionStrings:Governance={connectionString}", $"--ConnectionStrings:Owner={connectionString}", .. settings]));

    /// <summary>What brings the database up to these steps.</summary>
    public Migrations Migrations(params IReadOnlyList<Migration> steps) =>
        new(app.Services.GetRequiredService<Npgsql.NpgsqlDataSource>(), app.Services.GetRequiredService<IDocumentStore>(), app.Services.GetRequiredService<IMessageStore>(), steps);

    /// <summary>Brings a database up to this program, as the verb does.</summary>
    public static async Task MigrateAsync(string connectionString)
    {
        await using var host = Open(connectionString, MessagingSetup.ForCommands);
        await host.Migrations(Migration.Embedded).ApplyAsync();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}

public static class LogHostExtensions
{
    /// <summary>Appends acts as one who has just looked where the cluster stands.</summary>
    public static async Task<AppendOutcome> AppendAsync(this EventLog log, params IReadOnlyList<Act> acts) =>
        await log.AppendAsync((await log.HeadAsync(acts[0].Cluster) ?? Head.None) with { Position = acts[0].ExpectedPosition }, acts);
}
