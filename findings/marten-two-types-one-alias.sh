#!/usr/bin/env bash
# Marten 9.59.0: two event types of one name in two namespaces (a body renamed, a person renamed). How are they told apart?
# Guess: their aliases differ, or registering the second throws.
# Seen: both are "renamed". Streams are read rightly (the .NET type is stored too), but a query for one type gives the other's events as well,
#       read as the type asked for with what they lack left null.
. "$(dirname "$0")/lib.sh"
start_postgres
program Marten=9.59.0 <<'PROGRAM'
using Marten;

await using var store = DocumentStore.For(o =>
{
    o.Connection(Environment.GetEnvironmentVariable("DATABASE")!);
    o.DisableNpgsqlLogging = true;
    o.Events.AddEventType<Bodies.Renamed>();
    o.Events.AddEventType<People.Renamed>();
});
await using var session = store.LightweightSession();
var id = Guid.NewGuid();
session.Events.StartStream(id, new Bodies.Renamed("Board"), new People.Renamed("Kari", "Berg"));
await session.SaveChangesAsync();
foreach (var e in await session.Events.FetchStreamAsync(id)) Console.WriteLine($"{e.EventTypeName}: {e.Data.GetType()}");
foreach (var renamed in await session.Events.QueryRawEventDataOnly<Bodies.Renamed>().ToListAsync()) Console.WriteLine($"bodies: {renamed.Title ?? "null"}");

namespace Bodies { public record Renamed(string? Title); }

namespace People { public record Renamed(string? Given, string? Family); }
PROGRAM
seen <<'SEEN'
renamed: Bodies.Renamed
renamed: People.Renamed
bodies: Board
bodies: null
SEEN
