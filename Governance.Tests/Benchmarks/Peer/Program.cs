using Governance.Peer;
using JasperFx;
using JasperFx.Resources;
using Marten;

// Migrates, rebuilds or serves, by its first argument. What Wolverine generates for the handlers is kept with the source; after a change of them or of Wolverine:
// dotnet run --project Governance.Tests/Benchmarks/Peer -p:Codegen=true -- codegen write
var builder = WebApplication.CreateBuilder([.. args.Where(a => a.StartsWith("--", StringComparison.Ordinal))]);
builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Wolverine", LogLevel.Error).AddFilter("Marten", LogLevel.Warning);
builder.AddStore(migrating: args is ["migrate", ..]);
await using var app = builder.Build();
app.MapDecisions();
app.MapReading();
switch (args)
{
    case ["codegen", ..]:
        return await app.RunJasperFxCommands(args);
    case ["migrate", ..]:
        await app.SetupResources();
        return 0;
    case ["rebuild", ..]:
        using (var daemon = await app.Services.GetRequiredService<IDocumentStore>().BuildProjectionDaemonAsync()) await daemon.RebuildProjectionAsync<BodyView>(TimeSpan.FromMinutes(10), CancellationToken.None);
        return 0;
    default:
        await app.StartAsync();
        Console.WriteLine($"Serving on {app.Urls.Single()}");
        await app.WaitForShutdownAsync();
        return 0;
}
