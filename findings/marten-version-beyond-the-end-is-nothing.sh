#!/usr/bin/env bash
# Marten 9.59.0: AggregateStreamAsync(id, version: n) of a stream of two events, for n = 0, 1, 2, 3.
# Guess: nothing or an exception for 0; then the state after one; and for 2 and 3 the present state: "at most up to version n".
# Seen: 0 is the present state (it means no limit), 3 is null, as if there were no such stream. "As of version n" from a client wants a look at
#       the stream's version first, at both ends.
. "$(dirname "$0")/lib.sh"
start_postgres
program Marten=9.59.0 <<'PROGRAM'
using Marten;

await using var store = DocumentStore.For(o => { o.Connection(Environment.GetEnvironmentVariable("DATABASE")!); o.DisableNpgsqlLogging = true; });
await using var session = store.LightweightSession();
var id = Guid.NewGuid();
session.Events.StartStream(id, new Noted("first"), new Noted("second"));
await session.SaveChangesAsync();
for (var version = 0; version <= 3; version++)
    Console.WriteLine($"{version}: state {(await session.Events.AggregateStreamAsync<Register>(id, version))?.Last ?? "null"}, events {(await session.Events.FetchStreamAsync(id, version)).Count}");

public record Noted(string What);

public partial class Register { public Guid Id { get; set; } public string? Last { get; set; } public void Apply(Noted e) => Last = e.What; }
PROGRAM
seen <<'SEEN'
0: state second, events 2
1: state first, events 1
2: state second, events 2
3: state null, events 2
SEEN
