#!/usr/bin/env bash
# System.Text.Json of .NET 10: an object with a member twice, read with JsonSerializerOptions.Strict as several types.
# Guess: a JsonException each.
# Seen: a JsonNode gives an ArgumentException, and only it: who catches JsonException, or leaves it to ASP.NET to answer 400, is not told there.
. "$(dirname "$0")/lib.sh"
program <<'PROGRAM'
using System.Text.Json;
using System.Text.Json.Nodes;

var anyCase = new JsonSerializerOptions(JsonSerializerOptions.Strict) { PropertyNameCaseInsensitive = true };
Try<Body>("""{"name":"a","name":"b"}""");
Try<Body>("""{"name":"a","NAME":"b"}""");
Try<Dictionary<string, string>>("""{"name":"a","name":"b"}""");
Try<JsonElement>("""{"name":"a","name":"b"}""");
Try<JsonNode>("""{"name":"a","name":"b"}""");

void Try<T>(string json)
{
    try { JsonSerializer.Deserialize<T>(json, anyCase); Console.WriteLine($"{typeof(T).Name} {json}: read"); }
    catch (Exception e) { Console.WriteLine($"{typeof(T).Name} {json}: {e.GetType().Name}"); }
}

public class Body { public string? Name { get; set; } }
PROGRAM
seen <<'SEEN'
Body {"name":"a","name":"b"}: JsonException
Body {"name":"a","NAME":"b"}: JsonException
Dictionary`2 {"name":"a","name":"b"}: JsonException
JsonElement {"name":"a","name":"b"}: JsonException
JsonNode {"name":"a","name":"b"}: ArgumentException
SEEN
