#!/usr/bin/env bash
# WolverineFx 6.62.0: one static class handles two commands; for the first there is a Validate that takes that command.
# Guess: Validate goes with the command it takes; the second is not concerned.
# Seen: the class's middleware is put before all its handlers: the second command fails at its first message, its code cannot be made
#       (UnResolvableVariableException). A class per command, or Validate for none.
. "$(dirname "$0")/lib.sh"
program WolverineFx=6.62.0 WolverineFx.RuntimeCompilation=6.62.0 <<'PROGRAM'
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Wolverine;
using Wolverine.Runtime;

using var host = Host.CreateDefaultBuilder().ConfigureLogging(l => l.ClearProviders()).UseWolverine(o => o.Discovery.DisableConventionalDiscovery().IncludeType(typeof(BodyHandlers))).Build();
await host.StartAsync();
foreach (object command in new object[] { new Rename("Board"), new Dissolve() })
{
    try { await new MessageBus(host.Services.GetRequiredService<IWolverineRuntime>()).InvokeAsync(command); Console.WriteLine($"{command}: handled"); }
    catch (Exception e) { Console.WriteLine($"{command}: {e.GetType().Name}"); }
}
await host.StopAsync();

public record Rename(string Name);

public record Dissolve;

public static class BodyHandlers
{
    public static IEnumerable<string> Validate(Rename command) => command.Name == "" ? ["A name is missing."] : [];
    public static void Handle(Rename _) { }
    public static void Handle(Dissolve _) { }
}
PROGRAM
seen <<'SEEN'
Rename { Name = Board }: handled
Dissolve { }: UnResolvableVariableException
SEEN
