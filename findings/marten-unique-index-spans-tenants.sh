#!/usr/bin/env bash
# Marten 9.59.0: UniqueIndex(name) on documents that are all multi-tenanted. May two tenants each have a body called "Board"?
# Guess: yes; in a conjoined table every index begins with the tenant.
# Seen: no: the index is of all tenants, unless told TenancyScope.PerTenant. The exception names the id of the new document as the one that exists.
. "$(dirname "$0")/lib.sh"
start_postgres
program Marten=9.59.0 <<'PROGRAM'
using Marten;
using Marten.Schema;
using Marten.Schema.Indexing.Unique;

foreach (var perTenant in new[] { false, true })
{
    await using var store = DocumentStore.For(o =>
    {
        o.Connection(Environment.GetEnvironmentVariable("DATABASE")!);
        o.DisableNpgsqlLogging = true;
        o.DatabaseSchemaName = perTenant ? "per_tenant" : "plain";
        o.Policies.AllDocumentsAreMultiTenanted();
        if (perTenant) o.Schema.For<Body>().UniqueIndex(UniqueIndexType.Computed, "body_name", TenancyScope.PerTenant, b => b.Name); else o.Schema.For<Body>().UniqueIndex(b => b.Name);
    });
    foreach (var tenant in new[] { "alrek", "ulriken" })
    {
        await using var session = store.LightweightSession(tenant);
        var body = new Body { Id = Guid.NewGuid(), Name = "Board" };
        session.Store(body);
        try { await session.SaveChangesAsync(); Console.WriteLine($"{(perTenant ? "per tenant" : "plain")}, {tenant}: stored"); }
        catch (Exception e) { Console.WriteLine($"{(perTenant ? "per tenant" : "plain")}, {tenant}: {e.GetType().Name}, names the new one: {e.Message.Contains(body.Id.ToString())}"); }
    }
}

public class Body { public Guid Id { get; set; } public string Name { get; set; } = ""; }
PROGRAM
seen <<'SEEN'
plain, alrek: stored
plain, ulriken: DocumentAlreadyExistsException, names the new one: True
per tenant, alrek: stored
per tenant, ulriken: stored
SEEN
