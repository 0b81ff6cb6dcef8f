#!/usr/bin/env bash
# WolverineFx.Marten 6.62.0: eight messages for one saga are handled at once, each counts; a vote, say.
# Guess: the saga is guarded by its version: the losers get a concurrency exception, and nothing is counted without being kept.
# Seen: all eight succeed and the count is 1: the last who saves wins, with UseNumericRevisions(true) for the saga's document as without.
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

foreach (var revisions in new[] { false, true })
{
    var schema = revisions ? "revisions" : "plain";
    using var host = Host.CreateDefaultBuilder().ConfigureLogging(l => l.ClearProviders()).UseWolverine(o =>
    {
        o.Durability.Mode = DurabilityMode.Solo;
        o.Discovery.DisableConventionalDiscovery().IncludeType<Vote>();
        o.Services.AddMarten(m =>
        {
            m.Connection(Environment.GetEnvironmentVariable("DATABASE")!);
            m.DisableNpgsqlLogging = true;
            m.DatabaseSchemaName = schema;
            if (revisions) m.Schema.For<Vote>().UseNumericRevisions(true);
        }).IntegrateWithWolverine(w => w.MessageStorageSchemaName = schema);
    }).Build();
    await host.StartAsync();
    IMessageBus Bus() => new MessageBus(host.Services.GetRequiredService<IWolverineRuntime>());
    Vote.Together = new Barrier(8);
    await Bus().InvokeAsync(new OpenVote("budget"));
    var cast = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(() =>
    {
        try { Bus().InvokeAsync(new CastVote("budget")).GetAwaiter().GetResult(); return "counted"; }
        catch (Exception e) { return e.GetType().Name; }
    }, TaskCreationOptions.LongRunning)));
    await using var session = host.Services.GetRequiredService<IDocumentStore>().QuerySession();
    Console.WriteLine($"{schema}: {string.Join(", ", cast.GroupBy(c => c).OrderBy(g => g.Key).Select(g => $"{g.Count()} {g.Key}"))}; kept {(await session.LoadAsync<Vote>("budget"))!.Votes}");
    await host.StopAsync();
}

public record OpenVote(string VoteId);

public record CastVote(string VoteId);

public class Vote : Saga
{
    public static Barrier Together = new(1);
    public string? Id { get; set; }
    public int Votes { get; set; }
    public static Vote Start(OpenVote open) => new() { Id = open.VoteId };
    public void Handle(CastVote _) { Together.SignalAndWait(TimeSpan.FromSeconds(20)); Votes++; }
}
PROGRAM
seen <<'SEEN'
plain: 8 counted; kept 1
revisions: 8 counted; kept 1
SEEN
