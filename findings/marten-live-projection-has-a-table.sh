#!/usr/bin/env bash
# Marten 9.59.0: does an aggregate that is only ever folded live get a document table?
# Guess: no, whichever way it is registered: there is nothing to store.
# Seen: not by LiveStreamAggregation<T>(); but by Projections.Add<TProjection>(ProjectionLifecycle.Live), an empty mt_doc_ table that stays so.
. "$(dirname "$0")/lib.sh"
start_postgres
program Marten=9.59.0 <<'PROGRAM'
using JasperFx.Events.Projections;
using Marten;
using Marten.Events.Aggregation;

foreach (var added in new[] { false, true })
{
    var schema = added ? "added" : "live";
    await using var store = DocumentStore.For(o =>
    {
        o.Connection(Environment.GetEnvironmentVariable("DATABASE")!);
        o.DisableNpgsqlLogging = true;
        o.DatabaseSchemaName = schema;
        if (added) o.Projections.Add<RegisterProjection>(ProjectionLifecycle.Live); else o.Projections.LiveStreamAggregation<Register>();
    });
    await store.Storage.ApplyAllConfiguredChangesToDatabaseAsync();
    await using var query = store.QuerySession();
    var tables = await query.AdvancedSql.QueryAsync<string>($"select table_name::text from information_schema.tables where table_schema = '{schema}' and table_name = 'mt_doc_register'", default);
    Console.WriteLine($"{schema}: {(tables.Count == 0 ? "no table" : tables[0])}");
}

public record Noted(string What);

public partial class Register { public Guid Id { get; set; } public int Count { get; set; } public void Apply(Noted _) => Count++; }

public partial class RegisterProjection : SingleStreamProjection<Register, Guid> { public static void Apply(Noted e, Register register) => register.Count++; }
PROGRAM
seen <<'SEEN'
live: no table
added: mt_doc_register
SEEN
