#!/usr/bin/env bash
# Marten 9.59.0: UpdateRevision(document, 2) for a document deleted meanwhile, and UpdateRevision(document, 5) for one never stored.
# Guess: ConcurrencyException: an update at an expected revision has nothing to update.
# Seen: both are stored, at the revision named. It guards against a newer revision only, not against deletion.
. "$(dirname "$0")/lib.sh"
start_postgres
program Marten=9.59.0 <<'PROGRAM'
using JasperFx;
using Marten;

await using var store = DocumentStore.For(o => { o.Connection(Environment.GetEnvironmentVariable("DATABASE")!); o.DisableNpgsqlLogging = true; });
var (deleted, never) = (Guid.NewGuid(), Guid.NewGuid());
await Save(s => s.Store(new Body { Id = deleted, Name = "Board" }));
await Save(s => s.Delete<Body>(deleted));
await Save(s => s.UpdateRevision(new Body { Id = deleted, Name = "Board, renamed" }, 2));
await Save(s => s.UpdateRevision(new Body { Id = never, Name = "Council, renamed" }, 5));
await using var query = store.QuerySession();
foreach (var body in await query.Query<Body>().OrderBy(b => b.Name).ToListAsync()) Console.WriteLine($"{body.Name}, revision {body.Version}");

async Task Save(Action<IDocumentSession> change)
{
    await using var session = store.LightweightSession();
    change(session);
    await session.SaveChangesAsync();
}

public class Body : IRevisioned { public Guid Id { get; set; } public string Name { get; set; } = ""; public int Version { get; set; } }
PROGRAM
seen <<'SEEN'
Board, renamed, revision 2
Council, renamed, revision 5
SEEN
