#!/usr/bin/env bash
# Marten 9.59.0: an event deletes an aggregate (ShouldDelete); later, an event that is applied, not created from, comes to the same stream.
# Guess: the aggregate stays away, or the fold refuses: there is nothing to apply to.
# Seen: a new one is made by the default constructor and the late event applied to it: it is there again, live and stored, without a name.
. "$(dirname "$0")/lib.sh"
start_postgres
program Marten=9.59.0 <<'PROGRAM'
using JasperFx.Events.Projections;
using Marten;

await using var store = DocumentStore.For(o => { o.Connection(Environment.GetEnvironmentVariable("DATABASE")!); o.DisableNpgsqlLogging = true; o.Projections.Snapshot<Body>(SnapshotLifecycle.Inline); });
var id = Guid.NewGuid();
foreach (var e in new object[] { new BodyFounded("Board"), new BodyDissolved(), new SeatAdded() })
{
    await using var session = store.LightweightSession();
    session.Events.Append(id, e);
    await session.SaveChangesAsync();
    var (stored, live) = (await session.LoadAsync<Body>(id), await session.Events.AggregateStreamAsync<Body>(id));
    Console.WriteLine($"{e.GetType().Name}: stored {Text(stored)}; live {Text(live)}");
}

static string Text(Body? body) => body is null ? "none" : $"\"{body.Name}\" with {body.Seats}";

public record BodyFounded(string Name);

public record BodyDissolved;

public record SeatAdded;

public partial class Body
{
    public Guid Id { get; set; }
    public string Name { get; set; } = "";
    public int Seats { get; set; }
    public void Apply(BodyFounded e) => Name = e.Name;
    public void Apply(SeatAdded _) => Seats++;
    public bool ShouldDelete(BodyDissolved _) => true;
}
PROGRAM
seen <<'SEEN'
BodyFounded: stored "Board" with 0; live "Board" with 0
BodyDissolved: stored none; live none
SeatAdded: stored "" with 1; live "" with 1
SEEN
