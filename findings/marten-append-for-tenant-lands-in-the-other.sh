#!/usr/bin/env bash
# Marten 9.59.0, conjoined tenancy: two tenants have a stream of the same id (founded alike, say). One session appends to its own,
# then by ForTenant("ulriken").Events to the other's.
# Guess: each event goes to its tenant's stream, as ForTenant says.
# Seen: both go to the session's own tenant: pending appends are gathered by stream id alone. Another id through ForTenant goes where it should.
. "$(dirname "$0")/lib.sh"
start_postgres
program Marten=9.59.0 <<'PROGRAM'
using JasperFx.Events;
using JasperFx.MultiTenancy;
using Marten;

await using var store = DocumentStore.For(o => { o.Connection(Environment.GetEnvironmentVariable("DATABASE")!); o.DisableNpgsqlLogging = true; o.Events.TenancyStyle = TenancyStyle.Conjoined; });
var (board, council) = (Guid.NewGuid(), Guid.NewGuid());
foreach (var tenant in new[] { "alrek", "ulriken" })
{
    await using var founding = store.LightweightSession(tenant);
    founding.Events.StartStream(board, new Noted("founded"));
    await founding.SaveChangesAsync();
}
await using (var session = store.LightweightSession("alrek"))
{
    session.Events.Append(board, new Noted("for Alrek's board"));
    session.ForTenant("ulriken").Events.Append(board, new Noted("for Ulriken's board"));
    session.ForTenant("ulriken").Events.StartStream(council, new Noted("for Ulriken's council"));
    await session.SaveChangesAsync();
}
foreach (var tenant in new[] { "alrek", "ulriken" })
{
    await using var query = store.QuerySession(tenant);
    Console.WriteLine($"{tenant}: {string.Join(", ", (await query.Events.QueryAllRawEvents().ToListAsync()).OrderBy(e => e.Sequence).Select(e => ((Noted)e.Data).What))}");
}

public record Noted(string What);
PROGRAM
seen <<'SEEN'
alrek: founded, for Alrek's board, for Ulriken's board
ulriken: founded, for Ulriken's council
SEEN
