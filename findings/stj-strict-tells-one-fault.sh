#!/usr/bin/env bash
# System.Text.Json of .NET 10 with JsonSerializerOptions.Strict: a request has many faults. How many of them does it tell, and where?
# Guess: with every check turned on it collects them, or at least tells the place of each that it comes to.
# Seen: it throws at the first and reads no further, in English. What is missing is told with the place of the object, and of one object
#       alone; a null among the items of a list, and blank text, pass. So a reader that is to tell all faults at once with their places
#       has to walk the document by itself (Http/Binding); what the contract of the serialiser could give it, the members of a type and
#       a way to make one, is the lesser part.
. "$(dirname "$0")/lib.sh"
program <<'PROGRAM'
using System.Text.Json;

var options = new JsonSerializerOptions(JsonSerializerOptions.Strict) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
Tell("""{"titel": "x", "decidedOn": "2022-13", "changes": [{"body": 5}, {"body": "A", "order": 1.5}]}""");
Tell("""{"title": "x", "decidedOn": "2022-13", "changes": [{"body": 5}, {"body": "A", "order": 1.5}]}""");
Tell("""{"title": "x", "decidedOn": "2022-12-01", "changes": [{}, {}]}""");
Tell("""{"title": "x", "title": "y", "decidedOn": "2022-12-01", "changes": [{}]}""");
Tell("""{"title": " ", "decidedOn": "2022-12-01", "changes": [null]}""");

void Tell(string json)
{
    try
    {
        Console.WriteLine(JsonSerializer.Deserialize<Decision>(json, options));
    }
    catch (JsonException fault)
    {
        Console.WriteLine($"{fault.Path}: {fault.Message.Split(". Path:")[0].Replace("\n", " ")}");
    }
}

public sealed record Decision(string Title, DateOnly DecidedOn, IReadOnlyList<Change> Changes);

public sealed record Change(string Body, int Order);
PROGRAM
seen <<'SEEN'
$.titel: The JSON property 'titel' could not be mapped to any .NET member contained in type 'Decision'.
$.decidedOn: The JSON value could not be converted to Decision
$.changes[0]: JSON deserialization for type 'Change' was missing required properties including: 'body', 'order'.
$.title: Duplicate property 'title' encountered during deserialization of type 'Decision'.
Decision { Title =  , DecidedOn = 12/01/2022, Changes = System.Collections.Generic.List`1[Change] }
SEEN
