#!/usr/bin/env bash
# Microsoft.AspNetCore.JsonPatch.SystemTextJson 10.0.15: a patch of replace, a test that fails, replace; applied without and with a callback for errors.
# Guess: it throws and the object is as before (RFC 5789: all or nothing); with the callback it ends at the failed test as well.
# Seen: without, it throws and the first replacement stays; with one, the error is told and the rest is applied: a test guards nothing then.
. "$(dirname "$0")/lib.sh"
program Microsoft.AspNetCore.JsonPatch.SystemTextJson=10.0.15 <<'PROGRAM'
using System.Text.Json;
using Microsoft.AspNetCore.JsonPatch.SystemTextJson;

const string text = """[{"op":"replace","path":"/name","value":"Council"},{"op":"test","path":"/seats","value":9},{"op":"replace","path":"/seats","value":1}]""";
var patch = JsonSerializer.Deserialize<JsonPatchDocument<Body>>(text, JsonSerializerOptions.Web)!;
var body = new Body { Name = "Board", Seats = 5 };
try { patch.ApplyTo(body); } catch (Exception e) { Console.WriteLine(e.GetType().Name); }
Console.WriteLine($"{body.Name}, {body.Seats} seats");
body = new Body { Name = "Board", Seats = 5 };
patch.ApplyTo(body, error => Console.WriteLine(error.ErrorMessage));
Console.WriteLine($"{body.Name}, {body.Seats} seats");

public class Body { public string? Name { get; set; } public int Seats { get; set; } }
PROGRAM
seen <<'SEEN'
JsonPatchException
Council, 5 seats
The current value '5' at path 'seats' is not equal to the test value '9'.
Council, 1 seats
SEEN
