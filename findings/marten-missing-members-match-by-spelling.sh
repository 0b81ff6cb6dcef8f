#!/usr/bin/env bash
# Marten 9.59.0: documents stored before members were added lack them in their JSON; read, they have the defaults. Which conditions find them?
# Guess: those that are true of the document read: !Active, Active == false, Count == 0, !Tags.Any(), !Tags.Contains("a").
# Seen: it goes by the spelling: !Active and !Tags.Contains("a") find it, Active == false, Count == 0, Count != 3, !Tags.Any() and Tags.Count == 0 do not.
. "$(dirname "$0")/lib.sh"
start_postgres
program Marten=9.59.0 <<'PROGRAM'
using System.Linq.Expressions;
using Marten;

await using var store = DocumentStore.For(o => { o.Connection(Environment.GetEnvironmentVariable("DATABASE")!); o.DisableNpgsqlLogging = true; });
await using var session = store.LightweightSession();
session.Store(new Body { Id = Guid.NewGuid() });
await session.SaveChangesAsync();
session.QueueSqlCommand("update mt_doc_body set data = data - 'Active' - 'Count' - 'Tags'");
await session.SaveChangesAsync();
foreach (var condition in new Expression<Func<Body, bool>>[] { b => !b.Active, b => b.Active == false, b => b.Count == 0, b => b.Count != 3, b => !b.Tags.Any(), b => b.Tags.Count == 0, b => !b.Tags.Contains("a") })
{
    var read = (await session.Query<Body>().ToListAsync()).Count(condition.Compile());
    Console.WriteLine($"{condition.Body}: in memory {read}, found {await session.Query<Body>().CountAsync(condition)}");
}

public class Body { public Guid Id { get; set; } public bool Active { get; set; } public int Count { get; set; } public List<string> Tags { get; set; } = []; }
PROGRAM
seen <<'SEEN'
Not(b.Active): in memory 1, found 1
(b.Active == False): in memory 1, found 0
(b.Count == 0): in memory 1, found 0
(b.Count != 3): in memory 1, found 0
Not(b.Tags.Any()): in memory 1, found 0
(b.Tags.Count == 0): in memory 1, found 0
Not(b.Tags.Contains("a")): in memory 1, found 1
SEEN
