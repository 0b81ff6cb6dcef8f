#!/usr/bin/env bash
# Marten 9.59.0: five documents, two a page. What do Stats() and ToPagedListAsync say of page nine?
# Guess: no items, but five in all and three pages.
# Seen: none in all, no pages: the total comes in a column of the rows, and there are none. Who asks for a page that is gone by now is told
#       that the list is empty.
. "$(dirname "$0")/lib.sh"
start_postgres
program Marten=9.59.0 <<'PROGRAM'
using Marten;
using Marten.Linq;
using Marten.Pagination;

await using var store = DocumentStore.For(o => { o.Connection(Environment.GetEnvironmentVariable("DATABASE")!); o.DisableNpgsqlLogging = true; });
await using var session = store.LightweightSession();
for (var i = 0; i < 5; i++) session.Store(new Body { Id = Guid.NewGuid(), Name = $"Body {i}" });
await session.SaveChangesAsync();
foreach (var page in new[] { 1, 3, 9 })
{
    var paged = await session.Query<Body>().OrderBy(b => b.Name).ToPagedListAsync(page, 2);
    var items = await session.Query<Body>().Stats(out QueryStatistics statistics).OrderBy(b => b.Name).Skip((page - 1) * 2).Take(2).ToListAsync();
    Console.WriteLine($"page {page}: {paged.Count} of {paged.TotalItemCount}, {paged.PageCount} pages; by Stats {items.Count} of {statistics.TotalResults}");
}

public class Body { public Guid Id { get; set; } public string Name { get; set; } = ""; }
PROGRAM
seen <<'SEEN'
page 1: 2 of 5, 3 pages; by Stats 2 of 5
page 3: 1 of 5, 3 pages; by Stats 1 of 5
page 9: 0 of 0, 0 pages; by Stats 0 of 0
SEEN
