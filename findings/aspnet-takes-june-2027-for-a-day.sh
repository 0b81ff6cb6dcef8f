#!/usr/bin/env bash
# ASP.NET Core 10: DateOnly and an enum in the query string; JSON is set to take enums by name.
# Guess: DateOnly takes 2027-06-01 and nothing else, as in JSON; the enum takes its names in any case, and no number.
# Seen: a time of day is cut off, "June 2027" is its first day, 01/06/2027 is 6 January; the enum takes its names in that case only, but numbers, even those
#       that mean nothing, and two names at once.
. "$(dirname "$0")/lib.sh"
SDK=Microsoft.NET.Sdk.Web program <<'PROGRAM'
var builder = WebApplication.CreateBuilder();
builder.Logging.ClearProviders();
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Services.ConfigureHttpJsonOptions(o => o.SerializerOptions.Converters.Add(new System.Text.Json.Serialization.JsonStringEnumConverter(null, allowIntegerValues: false)));
await using var app = builder.Build();
app.MapGet("/day", (DateOnly value) => value.ToString("O"));
app.MapGet("/kind", (Kind value) => value.ToString());
await app.StartAsync();
using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
foreach (var query in new[] { "/day?value=2027-06-01", "/day?value=2027-06-01T23:00:00", "/day?value=June 2027", "/day?value=01/06/2027", "/kind?value=WorkingGroup", "/kind?value=workinggroup", "/kind?value=1", "/kind?value=99", "/kind?value=Board,WorkingGroup" })
{
    using var answer = await client.GetAsync(query);
    Console.WriteLine($"{query}: {(int)answer.StatusCode} {(answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync() : "")}");
}

public enum Kind { Board, WorkingGroup, Council }
PROGRAM
seen <<'SEEN'
/day?value=2027-06-01: 200 2027-06-01
/day?value=2027-06-01T23:00:00: 200 2027-06-01
/day?value=June 2027: 200 2027-06-01
/day?value=01/06/2027: 200 2027-01-06
/kind?value=WorkingGroup: 200 WorkingGroup
/kind?value=workinggroup: 400 
/kind?value=1: 200 WorkingGroup
/kind?value=99: 200 99
/kind?value=Board,WorkingGroup: 200 WorkingGroup
SEEN
