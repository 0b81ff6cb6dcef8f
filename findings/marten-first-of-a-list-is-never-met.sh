#!/usr/bin/env bash
# Marten 9.59.0: conditions on the first of a document's list: b.Seats[0].Filled and b.Seats.First().Filled; and on all of it: b.Seats.All(s => s.Filled).
# Guess: the first two work, as b.Seats.Any(…) does, or all that cannot be put into SQL is refused.
# Seen: All over a bool is refused (BadLinqExpressionException); the first two are accepted and match no document.
. "$(dirname "$0")/lib.sh"
start_postgres
program Marten=9.59.0 <<'PROGRAM'
using System.Linq.Expressions;
using Marten;

await using var store = DocumentStore.For(o => { o.Connection(Environment.GetEnvironmentVariable("DATABASE")!); o.DisableNpgsqlLogging = true; });
await using var session = store.LightweightSession();
session.Store(new Body { Id = Guid.NewGuid(), Seats = [new("chair", true), new("member", true)] });
await session.SaveChangesAsync();
foreach (var condition in new Expression<Func<Body, bool>>[] { b => b.Seats.Any(s => s.Filled), b => b.Seats[0].Filled, b => b.Seats.First().Filled, b => b.Seats.All(s => s.Filled) })
{
    try { Console.WriteLine($"{condition.Body}: {await session.Query<Body>().CountAsync(condition)}"); }
    catch (Exception e) { Console.WriteLine($"{condition.Body}: {e.GetType().Name}"); }
}

public record Seat(string Role, bool Filled);

public class Body { public Guid Id { get; set; } public List<Seat> Seats { get; set; } = []; }
PROGRAM
seen <<'SEEN'
b.Seats.Any(s => s.Filled): 1
b.Seats.get_Item(0).Filled: 0
b.Seats.First().Filled: 0
b.Seats.All(s => s.Filled): BadLinqExpressionException
SEEN
