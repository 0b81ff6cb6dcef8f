#!/usr/bin/env bash
# ASP.NET Core 10 with Microsoft.AspNetCore.OpenApi 10.0.14: an endpoint takes a record by [AsParameters], one member of which is a registered service without
# [FromServices]; built with and without the request delegate generator.
# Guess: the service is known for what it is, as in a plain parameter; the endpoint answers and the document describes the other member, both ways.
# Seen: the endpoint answers both ways; with the generator the OpenAPI document cannot be made (500). [FromServices] on the member mends it.
. "$(dirname "$0")/lib.sh"
cat > "$folder/Program.cs" <<'PROGRAM'
using System.Text.Json.Nodes;

var builder = WebApplication.CreateBuilder();
builder.Logging.ClearProviders();
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Services.AddOpenApi().AddSingleton<Register>();
await using var app = builder.Build();
app.MapOpenApi();
app.MapGet("/bodies", ([AsParameters] Search search) => $"{search.Name} in {search.Register.Name}");
await app.StartAsync();
using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
Console.WriteLine($"endpoint: {await client.GetStringAsync("/bodies?name=board")}");
using var answer = await client.GetAsync("/openapi/v1.json");
Console.WriteLine($"document: {(int)answer.StatusCode} {(answer.IsSuccessStatusCode ? string.Join(", ", JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["paths"]!["/bodies"]!["get"]!["parameters"]!.AsArray().Select(p => (string)p!["name"]!)) : "")}");

public sealed class Register { public string Name => "the register"; }

public sealed record Search(string Name, Register Register);
PROGRAM
for generated in false true; do
  SDK=Microsoft.NET.Sdk.Web PROPERTIES="-p:EnableRequestDelegateGenerator=$generated" program Microsoft.AspNetCore.OpenApi=10.0.14 < "$folder/Program.cs"
  sed "s/^/generated $generated, /" "$folder/seen" >> "$folder/both"
done
mv "$folder/both" "$folder/seen"
seen <<'SEEN'
generated false, endpoint: board in the register
generated false, document: 200 Name
generated true, endpoint: board in the register
generated true, document: 500 
SEEN
