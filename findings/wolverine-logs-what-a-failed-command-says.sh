#!/usr/bin/env bash
# WolverineFx 6.62.0, defaults: a command, a record that names a person, fails under InvokeAsync. What of it is in the log at the levels from Information?
# Guess: the command's type and an id; the members are the application's to log.
# Seen: an error with the whole record by its ToString, name and all.
. "$(dirname "$0")/lib.sh"
program WolverineFx=6.62.0 WolverineFx.RuntimeCompilation=6.62.0 <<'PROGRAM'
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Wolverine;
using Wolverine.Runtime;

var lines = new Lines();
using var host = Host.CreateDefaultBuilder().ConfigureLogging(l => l.ClearProviders().AddProvider(lines)).UseWolverine(o => o.Discovery.DisableConventionalDiscovery().IncludeType(typeof(AppointHandler))).Build();
await host.StartAsync();
try { await new MessageBus(host.Services.GetRequiredService<IWolverineRuntime>()).InvokeAsync(new Appoint("Kari Berg")); } catch (InvalidOperationException) { }
await host.StopAsync();
foreach (var line in lines.Written.Where(l => l.Contains("Appoint {"))) Console.WriteLine(line);

public record Appoint(string Name);

public static class AppointHandler { public static void Handle(Appoint _) => throw new InvalidOperationException(); }

public sealed class Lines : ILoggerProvider, ILogger
{
    public List<string> Written { get; } = [];
    public ILogger CreateLogger(string categoryName) => this;
    public void Dispose() { }
    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
    public bool IsEnabled(LogLevel level) => level >= LogLevel.Information;
    public void Log<TState>(LogLevel level, EventId id, TState state, Exception? exception, Func<TState, Exception?, string> text) { lock (Written) Written.Add($"{level}: {text(state, exception)}"); }
}
PROGRAM
seen <<'SEEN'
Error: Invocation of Appoint { Name = Kari Berg } failed!
SEEN
