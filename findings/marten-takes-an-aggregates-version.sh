#!/usr/bin/env bash
# Marten 9.59.0: an aggregate of statutes has an int Version, which its events set: the seventh edition of the statutes.
# Guess: it is kept; the stream's version goes where an attribute or interface asks for it.
# Seen: the name suffices: folded or stored, Version is the stream's, the edition is gone. Call it Edition.
. "$(dirname "$0")/lib.sh"
start_postgres
program Marten=9.59.0 <<'PROGRAM'
using JasperFx.Events.Projections;
using Marten;

await using var store = DocumentStore.For(o => { o.Connection(Environment.GetEnvironmentVariable("DATABASE")!); o.DisableNpgsqlLogging = true; o.Projections.Snapshot<Statutes>(SnapshotLifecycle.Inline); });
await using var session = store.LightweightSession();
var id = Guid.NewGuid();
session.Events.StartStream(id, new StatutesAdopted(7), new StatutesCorrected(), new StatutesCorrected());
await session.SaveChangesAsync();
Console.WriteLine($"live: {(await session.Events.AggregateStreamAsync<Statutes>(id))!.Version}");
Console.WriteLine($"stored: {(await session.LoadAsync<Statutes>(id))!.Version}");

public record StatutesAdopted(int Edition);

public record StatutesCorrected;

public partial class Statutes
{
    public Guid Id { get; set; }
    public int Version { get; set; }
    public int Corrections { get; set; }
    public void Apply(StatutesAdopted e) => Version = e.Edition;
    public void Apply(StatutesCorrected _) => Corrections++;
}
PROGRAM
seen <<'SEEN'
live: 3
stored: 3
SEEN
