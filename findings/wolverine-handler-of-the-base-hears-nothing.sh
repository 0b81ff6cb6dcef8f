#!/usr/bin/env bash
# WolverineFx 6.62.0: a handler takes the base record or an interface of messages; a derived one is invoked, and published.
# Guess: it is called: the parameter fits; other buses do so.
# Seen: never: InvokeAsync throws IndeterminateRoutesException, PublishAsync drops the message without a word.
. "$(dirname "$0")/lib.sh"
program WolverineFx=6.62.0 WolverineFx.RuntimeCompilation=6.62.0 <<'PROGRAM'
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Wolverine;
using Wolverine.Runtime;
using Wolverine.Tracking;

using var host = Host.CreateDefaultBuilder().ConfigureLogging(l => l.ClearProviders()).UseWolverine(o => o.Discovery.DisableConventionalDiscovery().IncludeType(typeof(ChangeHandler))).Build();
await host.StartAsync();
foreach (object message in new object[] { new BodyRenamed("Board"), new SeatAdded("chair") })
{
    try { await new MessageBus(host.Services.GetRequiredService<IWolverineRuntime>()).InvokeAsync(message); Console.WriteLine($"{message}: invoked"); }
    catch (Exception e) { Console.WriteLine($"{message}: {e.GetType().Name}"); }
    await host.TrackActivity().ExecuteAndWaitAsync(c => c.PublishAsync(message).AsTask());
    Console.WriteLine($"{message}: published");
}
Console.WriteLine($"handled: {ChangeHandler.Handled}");
await host.StopAsync();

public record Change(string Name);

public record BodyRenamed(string Name) : Change(Name);

public interface IFact;

public record SeatAdded(string Role) : IFact;

public static class ChangeHandler
{
    public static int Handled;
    public static void Handle(Change _) => Handled++;
    public static void Handle(IFact _) => Handled++;
}
PROGRAM
seen <<'SEEN'
BodyRenamed { Name = Board }: IndeterminateRoutesException
BodyRenamed { Name = Board }: published
SeatAdded { Role = chair }: IndeterminateRoutesException
SeatAdded { Role = chair }: published
handled: 0
SEEN
