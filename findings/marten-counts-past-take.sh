#!/usr/bin/env bash
# Marten 9.59.0: Take(2).CountAsync() over five documents, MaxAsync and AverageAsync over none.
# Guess: 2; an InvalidOperationException each, as LINQ and EF Core have it for a sequence of no values.
# Seen: 5: the limit is put on the one row that counts. The highest and the mean of nothing are 0, not to be told from a real nought.
. "$(dirname "$0")/lib.sh"
start_postgres
program Marten=9.59.0 <<'PROGRAM'
using Marten;

await using var store = DocumentStore.For(o => { o.Connection(Environment.GetEnvironmentVariable("DATABASE")!); o.DisableNpgsqlLogging = true; });
await using var session = store.LightweightSession();
Console.WriteLine($"of none: highest {await session.Query<Body>().MaxAsync(b => b.Seats)}, mean {await session.Query<Body>().AverageAsync(b => b.Seats)}");
for (var i = 1; i <= 5; i++) session.Store(new Body { Id = Guid.NewGuid(), Seats = i });
await session.SaveChangesAsync();
Console.WriteLine($"Take(2): count {await session.Query<Body>().Take(2).CountAsync()}, listed {(await session.Query<Body>().Take(2).ToListAsync()).Count}");

public class Body { public Guid Id { get; set; } public int Seats { get; set; } }
PROGRAM
seen <<'SEEN'
of none: highest 0, mean 0
Take(2): count 5, listed 2
SEEN
