#!/usr/bin/env bash
# Marten 9.59.0: row-level security of one's own is put on the table of a multi-tenanted document; then another store with the same settings
# applies its schema changes, of which there are none.
# Guess: left alone, as policies, grants and row-level security on the event tables are.
# Seen: it is switched off, forced or not; the policy stays, without effect. Whoever applies schema changes has to switch it on again after.
. "$(dirname "$0")/lib.sh"
start_postgres
program Marten=9.59.0 <<'PROGRAM'
using JasperFx.Events;
using JasperFx.MultiTenancy;
using Marten;
using Npgsql;

var connection = Environment.GetEnvironmentVariable("DATABASE")!;
await using var database = NpgsqlDataSource.Create(connection);
await Apply();
await using (var wall = database.CreateCommand("""
    alter table mt_doc_body enable row level security; alter table mt_doc_body force row level security; create policy wall on mt_doc_body using (tenant_id = current_setting('register.tenant', true));
    alter table mt_events enable row level security; alter table mt_events force row level security; create policy wall on mt_events using (tenant_id = current_setting('register.tenant', true))
    """)) await wall.ExecuteNonQueryAsync();
await Print("before");
await Apply();
await Print("after");

async Task Apply()
{
    await using var store = DocumentStore.For(o =>
    {
        o.Connection(connection);
        o.DisableNpgsqlLogging = true;
        o.Events.TenancyStyle = TenancyStyle.Conjoined;
        o.Events.AddEventType<Noted>();
        o.Schema.For<Body>().MultiTenanted();
    });
    await store.Storage.ApplyAllConfiguredChangesToDatabaseAsync();
}

async Task Print(string when)
{
    await using var command = database.CreateCommand("select relname || ': enabled ' || relrowsecurity || ', forced ' || relforcerowsecurity || ', policies ' || (select count(*) from pg_policy where polrelid = c.oid) from pg_class c where relname in ('mt_doc_body', 'mt_events') and relkind = 'r' order by 1");
    await using var reader = await command.ExecuteReaderAsync();
    while (await reader.ReadAsync()) Console.WriteLine($"{when}, {reader.GetString(0)}");
}

public record Noted(string What);

public class Body { public Guid Id { get; set; } }
PROGRAM
seen <<'SEEN'
before, mt_doc_body: enabled true, forced true, policies 1
before, mt_events: enabled true, forced true, policies 1
after, mt_doc_body: enabled false, forced false, policies 1
after, mt_events: enabled true, forced true, policies 1
SEEN
