#!/usr/bin/env bash
# Marten 9.59.0: when does an operation of one's own (QueueOperation) run, beside events that the same session appends?
# Guess: where it was queued; or, as documents and QueueSqlCommand do, after the events always.
# Seen: its DocumentType decides. One that says typeof(IEvent) runs before the events of the session, whenever it was
#       queued; any other runs after them. So a statement such as set_config can stand at the head of the batch that
#       appends, without a round trip of its own.
. "$(dirname "$0")/lib.sh"
start_postgres
program Marten=9.59.0 <<'PROGRAM'
using System.Data.Common;
using JasperFx.Events;
using Marten;
using Npgsql;
using Weasel.Core;
using Weasel.Storage;
using ICommandBuilder = Weasel.Postgresql.ICommandBuilder;

var connection = Environment.GetEnvironmentVariable("DATABASE")!;
await using var store = DocumentStore.For(o => { o.Connection(connection); o.DisableNpgsqlLogging = true; o.Events.AddEventType<Noted>(); });
await store.Storage.ApplyAllConfiguredChangesToDatabaseAsync();
await using (var database = NpgsqlDataSource.Create(connection))
await using (var table = database.CreateCommand("create table seen (who text, events bigint)")) await table.ExecuteNonQueryAsync();
await using var session = store.LightweightSession();
session.QueueOperation(new CountEvents("queued before, of no events", typeof(Body)));
session.Events.Append(Guid.NewGuid(), new Noted("one"));
session.QueueOperation(new CountEvents("queued after, of events", typeof(IEvent)));
await session.SaveChangesAsync();
foreach (var line in await session.AdvancedSql.QueryAsync<string>("select who || ': ' || events || ' appended by then' from seen order by events", default)) Console.WriteLine(line);

public record Noted(string What);

public record Body(Guid Id);

public sealed class CountEvents(string who, Type documentType) : Marten.Internal.Operations.IStorageOperation
{
    public Type DocumentType => documentType;
    public OperationRole Role() => OperationRole.Other;
    public void ConfigureCommand(ICommandBuilder builder, IStorageSession session)
    {
        builder.Append("insert into seen select ");
        builder.AppendParameter(who, NpgsqlTypes.NpgsqlDbType.Text);
        builder.Append(", count(*) from mt_events returning events");
    }
    public Task PostprocessAsync(DbDataReader reader, IList<Exception> exceptions, CancellationToken token) => Task.CompletedTask;
}
PROGRAM
seen <<'SEEN'
queued after, of events: 0 appended by then
queued before, of no events: 1 appended by then
SEEN
