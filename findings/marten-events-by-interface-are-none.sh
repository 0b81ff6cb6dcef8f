#!/usr/bin/env bash
# Marten 9.59.0: all events implement an interface; QueryRawEventDataOnly<TheInterface>().
# Guess: all of them, or an exception that the interface is no event type. (In Apply the interface does catch them.)
# Seen: none, without a word.
. "$(dirname "$0")/lib.sh"
start_postgres
program Marten=9.59.0 <<'PROGRAM'
using Marten;

await using var store = DocumentStore.For(o => { o.Connection(Environment.GetEnvironmentVariable("DATABASE")!); o.DisableNpgsqlLogging = true; });
await using var session = store.LightweightSession();
var id = Guid.NewGuid();
session.Events.StartStream(id, new BodyFounded("Board"), new SeatAdded());
await session.SaveChangesAsync();
Console.WriteLine($"by class: {(await session.Events.QueryRawEventDataOnly<SeatAdded>().ToListAsync()).Count}");
Console.WriteLine($"by interface: {(await session.Events.QueryRawEventDataOnly<IFact>().ToListAsync()).Count}");
Console.WriteLine($"applied by interface: {(await session.Events.AggregateStreamAsync<Counted>(id))!.Facts}");

public interface IFact;

public record BodyFounded(string Name) : IFact;

public record SeatAdded : IFact;

public partial class Counted { public Guid Id { get; set; } public int Facts { get; set; } public void Apply(IFact _) => Facts++; }
PROGRAM
seen <<'SEEN'
by class: 1
by interface: 0
applied by interface: 2
SEEN
