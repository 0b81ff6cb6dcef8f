#!/usr/bin/env bash
# Marten 9.59.0: the event Archived, which marks a stream as archived, is appended.
# Guess: the stream is archived, whatever projections there are.
# Seen: only where a stored single-stream projection takes the stream; with none, or a live one, the event is there and the stream is not archived.
. "$(dirname "$0")/lib.sh"
start_postgres
program Marten=9.59.0 <<'PROGRAM'
using JasperFx.Events;
using JasperFx.Events.Projections;
using Marten;

foreach (var kind in new[] { "none", "live", "inline" })
{
    await using var store = DocumentStore.For(o =>
    {
        o.Connection(Environment.GetEnvironmentVariable("DATABASE")!);
        o.DisableNpgsqlLogging = true;
        o.DatabaseSchemaName = "archived_" + kind;
        if (kind == "live") o.Projections.LiveStreamAggregation<Register>();
        if (kind == "inline") o.Projections.Snapshot<Register>(SnapshotLifecycle.Inline);
    });
    await using var session = store.LightweightSession();
    var id = Guid.NewGuid();
    session.Events.StartStream<Register>(id, new Noted("first"));
    await session.SaveChangesAsync();
    session.Events.Append(id, new Archived("The cluster has ended."));
    await session.SaveChangesAsync();
    Console.WriteLine($"{kind}: archived {(await session.Events.FetchStreamStateAsync(id))!.IsArchived}");
}

public record Noted(string What);

public partial class Register { public Guid Id { get; set; } public int Count { get; set; } public void Apply(Noted _) => Count++; }
PROGRAM
seen <<'SEEN'
none: archived False
live: archived False
inline: archived True
SEEN
