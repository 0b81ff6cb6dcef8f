#!/usr/bin/env bash
# WolverineFx.Marten 6.62.0, AutoApplyTransactions: a handler invokes another by the bus, then throws. Both stored a document.
# Guess: neither is kept: the inner handler, in line and for the outer's message, belongs to its transaction.
# Seen: the inner one's is kept: InvokeAsync in a handler is a session and a commit of its own. What must go together goes into one handler, or is
#       returned as a message, which is sent only when the handler succeeds.
. "$(dirname "$0")/lib.sh"
start_postgres
program Marten=9.59.0 WolverineFx.Marten=6.62.0 WolverineFx.RuntimeCompilation=6.62.0 <<'PROGRAM'
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Runtime;

using var host = Host.CreateDefaultBuilder().ConfigureLogging(l => l.ClearProviders()).UseWolverine(o =>
{
    o.Durability.Mode = DurabilityMode.Solo;
    o.Policies.AutoApplyTransactions();
    o.Discovery.DisableConventionalDiscovery().IncludeType(typeof(AdoptBudgetHandler)).IncludeType(typeof(NotifyTreasurerHandler));
    o.Services.AddMarten(m => { m.Connection(Environment.GetEnvironmentVariable("DATABASE")!); m.DisableNpgsqlLogging = true; }).IntegrateWithWolverine();
}).Build();
await host.StartAsync();
try { await new MessageBus(host.Services.GetRequiredService<IWolverineRuntime>()).InvokeAsync(new AdoptBudget()); }
catch (InvalidOperationException e) { Console.WriteLine(e.Message); }
await using var session = host.Services.GetRequiredService<IDocumentStore>().QuerySession();
foreach (var entry in await session.Query<Entry>().ToListAsync()) Console.WriteLine($"kept: {entry.Text}");
await host.StopAsync();

public class Entry { public Guid Id { get; set; } public string Text { get; set; } = ""; }

public record AdoptBudget;

public record NotifyTreasurer;

public static class AdoptBudgetHandler
{
    public static async Task Handle(AdoptBudget _, IDocumentSession session, IMessageBus bus)
    {
        session.Store(new Entry { Id = Guid.NewGuid(), Text = "budget adopted" });
        await bus.InvokeAsync(new NotifyTreasurer());
        throw new InvalidOperationException("No quorum.");
    }
}

public static class NotifyTreasurerHandler { public static void Handle(NotifyTreasurer _, IDocumentSession session) => session.Store(new Entry { Id = Guid.NewGuid(), Text = "treasurer notified" }); }
PROGRAM
seen <<'SEEN'
No quorum.
kept: treasurer notified
SEEN
