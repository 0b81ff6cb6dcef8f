#!/usr/bin/env bash
# Marten 9.59.0: in which order does the sequence number events that one session appends to several streams in turn?
# Guess: in the order of the calls, so that reading by seq_id tells them as they were appended.
# Seen: stream by stream, in the order in which each stream was first named. Whoever reads by seq_id gets a later
#       event of the first stream before an earlier one of the second; the order of calls is not kept anywhere.
. "$(dirname "$0")/lib.sh"
start_postgres
program Marten=9.59.0 <<'PROGRAM'
using Marten;

await using var store = DocumentStore.For(o => { o.Connection(Environment.GetEnvironmentVariable("DATABASE")!); o.DisableNpgsqlLogging = true; });
await using var session = store.LightweightSession();
var (register, board) = (Guid.NewGuid(), Guid.NewGuid());
session.Events.Append(register, new Noted("first"));
session.Events.Append(board, new Noted("second"));
session.Events.Append(register, new Noted("third"));
session.Events.Append(board, new Noted("fourth"));
await session.SaveChangesAsync();
foreach (var e in (await session.Events.QueryAllRawEvents().ToListAsync()).OrderBy(e => e.Sequence))
    Console.WriteLine($"{e.Sequence} {((Noted)e.Data).What}");

public record Noted(string What);
PROGRAM
seen <<'SEEN'
1 first
2 third
3 second
4 fourth
SEEN
