#!/usr/bin/env bash
# Marten 9.59.0: FetchForWriting, AppendOne, then FetchLatest in the same session before SaveChanges; for an aggregate folded live and one stored inline.
# Guess: FetchLatest gives what is committed, in both; the aggregate fetched for writing stays as it was decided upon.
# Seen: live, FetchLatest has the pending event in it, and so has the aggregate that FetchForWriting gave, the very same object; inline, neither has.
. "$(dirname "$0")/lib.sh"
start_postgres
program Marten=9.59.0 <<'PROGRAM'
using JasperFx.Events.Projections;
using Marten;

foreach (var inline in new[] { false, true })
{
    await using var store = DocumentStore.For(o =>
    {
        o.Connection(Environment.GetEnvironmentVariable("DATABASE")!);
        o.DisableNpgsqlLogging = true;
        o.DatabaseSchemaName = inline ? "inline" : "live";
        if (inline) o.Projections.Snapshot<Register>(SnapshotLifecycle.Inline); else o.Projections.LiveStreamAggregation<Register>();
    });
    var id = Guid.NewGuid();
    await using (var session = store.LightweightSession()) { session.Events.StartStream<Register>(id, new Noted("committed")); await session.SaveChangesAsync(); }
    await using (var session = store.LightweightSession())
    {
        var stream = await session.Events.FetchForWriting<Register>(id);
        stream.AppendOne(new Noted("pending"));
        var latest = await session.Events.FetchLatest<Register>(id);
        Console.WriteLine($"{(inline ? "inline" : "live")}: latest {latest!.Last}, fetched for writing {stream.Aggregate!.Last}");
    }
}

public record Noted(string What);

public partial class Register { public Guid Id { get; set; } public string? Last { get; set; } public void Apply(Noted e) => Last = e.What; }
PROGRAM
seen <<'SEEN'
live: latest pending, fetched for writing pending
inline: latest committed, fetched for writing committed
SEEN
