#!/usr/bin/env bash
# WolverineFx.Marten 6.62.0: the message storage's own Admin.MigrateAsync(), called by a program that migrates; Marten's AutoCreateSchemaObjects is None
# so that nothing is made by mere use.
# Guess: the tables are made: None speaks of use, MigrateAsync is an order, and Marten's own ApplyAllConfiguredChangesToDatabaseAsync does obey.
# Seen: nothing is made and nothing said. With CreateOrUpdate the same call makes them.
. "$(dirname "$0")/lib.sh"
start_postgres
program Marten=9.59.0 WolverineFx.Marten=6.62.0 WolverineFx.RuntimeCompilation=6.62.0 <<'PROGRAM'
using JasperFx;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Persistence.Durability;

var connection = Environment.GetEnvironmentVariable("DATABASE")!;
await using var database = NpgsqlDataSource.Create(connection);
foreach (var build in new[] { AutoCreate.None, AutoCreate.CreateOrUpdate })
{
    var schema = build.ToString().ToLowerInvariant();
    using var host = Host.CreateDefaultBuilder().ConfigureLogging(l => l.ClearProviders()).UseWolverine(o =>
    {
        o.Services.AddMarten(m =>
        {
            m.Connection(connection);
            m.DisableNpgsqlLogging = true;
            m.DatabaseSchemaName = schema + "_marten";
            m.AutoCreateSchemaObjects = build;
        }).IntegrateWithWolverine(w => w.MessageStorageSchemaName = schema);
    }).Build();
    await host.Services.GetRequiredService<IMessageStore>().Admin.MigrateAsync();
    await using var command = database.CreateCommand($"select count(*) from information_schema.tables where table_schema = '{schema}'");
    Console.WriteLine($"{build}: {((long)(await command.ExecuteScalarAsync())! > 0 ? "tables" : "no table")}");
}
PROGRAM
seen <<'SEEN'
None: no table
CreateOrUpdate: tables
SEEN
