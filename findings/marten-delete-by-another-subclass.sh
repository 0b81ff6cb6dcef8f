#!/usr/bin/env bash
# Marten 9.59.0: a hierarchy of documents (parties: organisations and people). Delete<Person>(id) with the id of an organisation.
# Guess: nothing is deleted, as Load<Person>(id) finds nothing and DeleteWhere<Person> spares organisations.
# Seen: the organisation is gone: deletion by id does not look at the subclass.
. "$(dirname "$0")/lib.sh"
start_postgres
program Marten=9.59.0 <<'PROGRAM'
using Marten;

await using var store = DocumentStore.For(o => { o.Connection(Environment.GetEnvironmentVariable("DATABASE")!); o.DisableNpgsqlLogging = true; o.Schema.For<Party>().AddSubClass<Organisation>().AddSubClass<Person>(); });
await using var session = store.LightweightSession();
var id = Guid.NewGuid();
session.Store<Party>(new Organisation { Id = id, Name = "Example Partners" }, new Organisation { Id = Guid.NewGuid(), Name = "Example Foundation" });
await session.SaveChangesAsync();
Console.WriteLine($"Load<Person>: {(await session.LoadAsync<Person>(id) is null ? "nothing" : "found")}");
session.DeleteWhere<Person>(p => p.Name != "");
await session.SaveChangesAsync();
Console.WriteLine($"after DeleteWhere<Person>: {await session.Query<Party>().CountAsync()}");
session.Delete<Person>(id);
await session.SaveChangesAsync();
Console.WriteLine($"after Delete<Person>(id): {await session.Query<Party>().CountAsync()}");

public class Party { public Guid Id { get; set; } public string Name { get; set; } = ""; }

public class Organisation : Party;

public class Person : Party;
PROGRAM
seen <<'SEEN'
Load<Person>: nothing
after DeleteWhere<Person>: 2
after Delete<Person>(id): 1
SEEN
