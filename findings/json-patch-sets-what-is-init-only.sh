#!/usr/bin/env bash
# Microsoft.AspNetCore.JsonPatch.SystemTextJson 10.0.15: a patch applied to a record whose properties are init-only; one whose replace has no value,
# and one that tests a number against "5" and against 5.0.
# Guess: a JsonPatchException, since what is init-only cannot be set; a missing value is refused (RFC 6902 section 4.3); "5" is not 5, and 5.0 is.
# Seen: the record itself is changed, for everyone who holds it; a missing value is null; "5" passes the test and 5.0 throws.
. "$(dirname "$0")/lib.sh"
program Microsoft.AspNetCore.JsonPatch.SystemTextJson=10.0.15 <<'PROGRAM'
using System.Text.Json;
using Microsoft.AspNetCore.JsonPatch.SystemTextJson;

foreach (var operation in new[] { """{"op":"replace","path":"/name","value":"Council"}""", """{"op":"replace","path":"/name"}""", """{"op":"test","path":"/seats","value":"5"}""", """{"op":"test","path":"/seats","value":5.0}""" })
{
    var body = new Body("Board", 5);
    try { JsonSerializer.Deserialize<JsonPatchDocument<Body>>($"[{operation}]", JsonSerializerOptions.Web)!.ApplyTo(body); Console.WriteLine($"{operation}: {body}"); }
    catch (Exception e) { Console.WriteLine($"{operation}: {e.GetType().Name}"); }
}

public record Body(string Name, int Seats);
PROGRAM
seen <<'SEEN'
{"op":"replace","path":"/name","value":"Council"}: Body { Name = Council, Seats = 5 }
{"op":"replace","path":"/name"}: Body { Name = , Seats = 5 }
{"op":"test","path":"/seats","value":"5"}: Body { Name = Board, Seats = 5 }
{"op":"test","path":"/seats","value":5.0}: JsonPatchException
SEEN
