#!/usr/bin/env bash
# WolverineFx.Marten 6.62.0: InvokeAsync of commands that never reach their handler: Validate returns faults, Before says stop, the aggregate to write to
# does not exist; and InvokeAsync<Answer> of the first two.
# Guess: an exception each; the caller waits for an answer, after all.
# Seen: all return normally, and where an answer is asked for it is null. Only the log tells. A caller who must know has to have it returned as a value.
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
    o.Discovery.DisableConventionalDiscovery().IncludeType(typeof(RenameHandler)).IncludeType(typeof(DissolveHandler)).IncludeType(typeof(AddSeatHandler));
    o.Services.AddMarten(m => { m.Connection(Environment.GetEnvironmentVariable("DATABASE")!); m.DisableNpgsqlLogging = true; }).IntegrateWithWolverine();
}).Build();
await host.StartAsync();
IMessageBus Bus() => new MessageBus(host.Services.GetRequiredService<IWolverineRuntime>());
foreach (object command in new object[] { new Rename(), new Dissolve(), new AddSeat(Guid.NewGuid()) })
{
    try { await Bus().InvokeAsync(command); Console.WriteLine($"{command.GetType().Name}: returned"); }
    catch (Exception e) { Console.WriteLine($"{command.GetType().Name}: {e.GetType().Name}"); }
}
foreach (object command in new object[] { new Rename(), new Dissolve() })
{
    try { Console.WriteLine($"{command.GetType().Name}, answer: {await Bus().InvokeAsync<Answer>(command) ?? (object)"null"}"); }
    catch (Exception e) { Console.WriteLine($"{command.GetType().Name}, answer: {e.GetType().Name}"); }
}
Console.WriteLine($"handled: {Handled.Count}");
await host.StopAsync();

public static class Handled { public static int Count; }

public record Answer(int Position);

public record Rename;

public static class RenameHandler
{
    public static IEnumerable<string> Validate(Rename _) => ["A name is missing."];
    public static Answer Handle(Rename _) => new(++Handled.Count);
}

public record Dissolve;

public static class DissolveHandler
{
    public static HandlerContinuation Before(Dissolve _) => HandlerContinuation.Stop;
    public static Answer Handle(Dissolve _) => new(++Handled.Count);
}

public record AddSeat(Guid BodyId);

public record SeatAdded;

public partial class Body { public Guid Id { get; set; } public int Seats { get; set; } public void Apply(SeatAdded _) => Seats++; }

public static class AddSeatHandler { public static SeatAdded Handle(AddSeat _, [WriteAggregate] Body body) { Handled.Count++; return new SeatAdded(); } }
PROGRAM
seen <<'SEEN'
Rename: returned
Dissolve: returned
AddSeat: returned
Rename, answer: null
Dissolve, answer: null
handled: 0
SEEN
