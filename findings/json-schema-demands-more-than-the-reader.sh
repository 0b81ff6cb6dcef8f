#!/usr/bin/env bash
# System.Text.Json of .NET 10: the schema that GetJsonSchemaAsNode gives for a record, and what its deserializer takes, with the Web options.
# Guess: they agree: what the schema requires, the deserializer demands (RespectRequiredConstructorParameters), and what it does not demand is not required.
# Seen: the schema requires every constructor parameter without a default, the nullable one too; the deserializer takes {} and leaves null in both.
. "$(dirname "$0")/lib.sh"
program <<'PROGRAM'
using System.Text.Json;
using System.Text.Json.Schema;

foreach (var demanding in new[] { false, true })
{
    var options = new JsonSerializerOptions(JsonSerializerOptions.Web) { RespectRequiredConstructorParameters = demanding };
    Console.WriteLine($"required: {options.GetJsonSchemaAsNode(typeof(Body))["required"]!.ToJsonString()}");
    try { Console.WriteLine($"read: {JsonSerializer.Deserialize<Body>("{}", options)}"); }
    catch (JsonException e) { Console.WriteLine($"read: {e.GetType().Name}"); }
}

public record Body(string Name, string? Note, int Seats = 5);
PROGRAM
seen <<'SEEN'
required: ["name","note"]
read: Body { Name = , Note = , Seats = 5 }
required: ["name","note"]
read: JsonException
SEEN
