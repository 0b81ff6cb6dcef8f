#!/usr/bin/env bash
# Marten 9.59.0: Patch on a document whose list is null or lacking: Append, Insert; Increment of a number that is lacking; and Remove of a value that the list holds twice.
# Guess: a list with the new element; a number counted from 0; the first of the two removed (an option says otherwise).
# Seen: Append and Insert do nothing and say nothing, though Increment does begin at 0; Remove takes both.
. "$(dirname "$0")/lib.sh"
start_postgres
program Marten=9.59.0 <<'PROGRAM'
using Marten;
using Marten.Patching;

await using var store = DocumentStore.For(o => { o.Connection(Environment.GetEnvironmentVariable("DATABASE")!); o.DisableNpgsqlLogging = true; });
var id = Guid.NewGuid();
await Save("stored", s => s.Store(new Body { Id = id, Tags = ["a", "b", "a"] }));
await Save("Append to null", s => s.Patch<Body>(id).Append(b => b.Labels!, "new"));
await Save("Insert into null", s => s.Patch<Body>(id).Insert(b => b.Labels!, "new", 0));
await Save("Remove a", s => s.Patch<Body>(id).Remove(b => b.Tags, "a"));
await Save("delete members", s => s.Patch<Body>(id).Delete("Tags").Delete("Count"));
await Save("Append to lacking", s => s.Patch<Body>(id).Append(b => b.Tags, "new"));
await Save("Increment lacking", s => s.Patch<Body>(id).Increment(b => b.Count, 3));

async Task Save(string what, Action<IDocumentSession> change)
{
    await using var session = store.LightweightSession();
    change(session);
    await session.SaveChangesAsync();
    Console.WriteLine($"{what}: {(await session.AdvancedSql.QueryAsync<string>("select (data - 'Id')::text from mt_doc_body", default))[0]}");
}

public class Body { public Guid Id { get; set; } public List<string> Tags { get; set; } = []; public List<string>? Labels { get; set; } public int Count { get; set; } }
PROGRAM
seen <<'SEEN'
stored: {"Tags": ["a", "b", "a"], "Count": 0, "Labels": null}
Append to null: {"Tags": ["a", "b", "a"], "Count": 0, "Labels": null}
Insert into null: {"Tags": ["a", "b", "a"], "Count": 0, "Labels": null}
Remove a: {"Tags": ["b"], "Count": 0, "Labels": null}
delete members: {"Labels": null}
Append to lacking: {"Labels": null}
Increment lacking: {"Count": 3, "Labels": null}
SEEN
