#!/usr/bin/env bash
# Marten 9.59.0: which columns does Events.MetadataConfig.EnableAll() add to mt_events?
# Guess: all that MetadataConfig knows: correlation, causation, headers and the name of the user.
# Seen: not the user's name. UserNameEnabled has to be set besides; without it session.LastModifiedBy is stored nowhere.
. "$(dirname "$0")/lib.sh"
start_postgres
program Marten=9.59.0 <<'PROGRAM'
using Marten;

foreach (var user in new[] { false, true })
{
    await using var store = DocumentStore.For(o =>
    {
        o.Connection(Environment.GetEnvironmentVariable("DATABASE")!);
        o.DisableNpgsqlLogging = true;
        o.DatabaseSchemaName = user ? "with_user" : "all_metadata";
        o.Events.AddEventType<Noted>();
        o.Events.MetadataConfig.EnableAll();
        if (user) o.Events.MetadataConfig.UserNameEnabled = true;
    });
    await store.Storage.ApplyAllConfiguredChangesToDatabaseAsync();
    await using var session = store.QuerySession();
    var columns = await session.AdvancedSql.QueryAsync<string>($"select string_agg(column_name::text, ' ' order by column_name) from information_schema.columns where table_schema = '{(user ? "with_user" : "all_metadata")}' and table_name = 'mt_events' and column_name in ('correlation_id', 'causation_id', 'headers', 'user_name')", default);
    Console.WriteLine($"{(user ? "EnableAll, UserNameEnabled" : "EnableAll")}: {columns[0]}");
}

public record Noted(string What);
PROGRAM
seen <<'SEEN'
EnableAll: causation_id correlation_id headers
EnableAll, UserNameEnabled: causation_id correlation_id headers user_name
SEEN
