#!/usr/bin/env bash
# Marten 9.59.0 with System.Text.Json: an enum has a [JsonConverter] of its own on its type; what does a store write that is
# told to keep enums as strings (EnumStorage.AsString)?
# Guess: what the type's own converter writes; AsString is for those that have none.
# Seen: AsString puts a JsonStringEnumConverter among the options, and converters there go before one on the type: the C# name
#       is stored. EnumStorage.AsInteger adds none, so the type's own converter, which may well write text, is asked.
. "$(dirname "$0")/lib.sh"
start_postgres
program Marten=9.59.0 <<'PROGRAM'
using System.Text.Json;
using System.Text.Json.Serialization;
using Marten;
using Weasel.Core;

foreach (var storage in new[] { EnumStorage.AsString, EnumStorage.AsInteger })
{
    await using var store = DocumentStore.For(o =>
    {
        o.Connection(Environment.GetEnvironmentVariable("DATABASE")!);
        o.DisableNpgsqlLogging = true;
        o.DatabaseSchemaName = storage.ToString().ToLowerInvariant();
        o.UseSystemTextJsonForSerialization(storage);
    });
    await using var session = store.LightweightSession();
    session.Store(new Body(Guid.NewGuid(), Kind.WorkingGroup));
    await session.SaveChangesAsync();
    Console.WriteLine($"{storage}: {(await session.AdvancedSql.QueryAsync<string>($"select data ->> 'Kind' from {storage.ToString().ToLowerInvariant()}.mt_doc_body", default))[0]}");
}

public record Body(Guid Id, Kind Kind);

[JsonConverter(typeof(KebabCase))]
public enum Kind { WorkingGroup }

public sealed class KebabCase() : JsonStringEnumConverter<Kind>(JsonNamingPolicy.KebabCaseLower);
PROGRAM
seen <<'SEEN'
AsString: WorkingGroup
AsInteger: working-group
SEEN
