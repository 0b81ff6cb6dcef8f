using System.Text.Json;
using Governance.Api.Store;
using Governance.Domain.Bodies;
using Governance.Domain.Values;
using Governance.Tests.Support;
using JasperFx.Events.Projections;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Governance.Tests.EventStore;

/// <summary>The log to those who read it by Marten.</summary>
public sealed class ReaderTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Written = "select (select count(*) from mt_streams) || ' ' || (select count(*) from mt_events) || ' ' || (select last_value from mt_events_sequence)";

    [Theory]
    [InlineData("Reader", "Program.cs")]
    [InlineData("EventStore", "BodyNames.cs")]
    public void The_documentation_has_the_very_text(params string[] place)
    {
        var text = File.ReadAllText(Path.Combine([Repository.Root, "Governance.Tests", .. place]));
        File.ReadAllText(Path.Combine(Repository.Root, "deploy", "docs", "log.md")).Should().Contain($"```csharp\n{text}```\n");
    }

    [Theory]
    [InlineData("headers")]
    [InlineData("headers -> 'governance'")]   // as they were before Marten wrote them
    public async Task A_program_that_knows_Marten_and_the_domain_alone_reads_a_body_and_writes_nothing(string headers)
    {
        var cluster = await api.FoundAsync();
        var body = await EstablishAsync(cluster);
        await api.Api.ExecuteAsync($"update mt_events set headers = {headers} where tenant_id = '{cluster.Id}'");
        var role = $"reader_of_{cluster.Id.Replace('-', '_')}";
        await api.Api.ExecuteAsync($"create role {role}; grant select on mt_streams, mt_events to {role}");
        var connection = new NpgsqlConnectionStringBuilder(api.Api.ConnectionString) { Options = $"-c role={role} -c governance.cluster={cluster.Id}" };

        foreach (string[] arguments in new string[][] { [connection.ConnectionString, cluster.Id, $"{body.Id}"], [api.Api.ConnectionString, cluster.Id, $"{body.Id}", "--assert"] })
        {
            var before = await WrittenAsync();
            await using var reader = ServerProcess.Run(Path.Combine(Repository.Root, "Governance.Tests", "Reader", "bin", Configuration, "net10.0", "Reader.dll"), arguments);
            (await reader.OutputAsync()).Should().Be(JsonSerializer.Serialize(body), await reader.Errors);
            (await reader.EndAsync()).Should().Be(0);
            (await WrittenAsync()).Should().Be(before);
        }
    }

    [Fact]
    public async Task The_programs_own_sessions_fold_a_body_and_tell_of_its_stream()
    {
        var cluster = await api.FoundAsync();
        var body = await EstablishAsync(cluster);
        await using var session = await api.Api.Services.GetRequiredService<ClusterSessions>().ReadAsync(cluster.Id, default);

        (await session.Events.AggregateStreamAsync<BodyAsRecorded>(body.Id)).Should().BeEquivalentTo(body);
        (await session.Events.FetchLatest<BodyAsRecorded>(body.Id)).Should().BeEquivalentTo(body);
        (await session.Events.FetchStreamStateAsync(body.Id)).Should().BeEquivalentTo(new { body.Id, Version = 2L, AggregateType = typeof(Body), IsArchived = false });
    }

    [Fact]
    public async Task A_projection_of_ones_own_is_added_beside_ours()
    {
        var cluster = await api.FoundAsync();
        var body = await EstablishAsync(cluster);
        await using var store = DocumentStore.For(options =>
        {
            options.UseGovernance();
            options.Connection(api.Api.ConnectionString);
            options.Projections.Add(new BodyNamesProjection(), ProjectionLifecycle.Live);
        });
        await using var session = store.QuerySession(cluster.Id);

        (await session.Events.AggregateStreamAsync<BodyNames>(body.Id))!.Names.Should().Equal("Styre", "Styret");
    }

    private static string Configuration => Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)))!;

    private static async Task<BodyAsRecorded> EstablishAsync(ClusterClient cluster)
    {
        var body = Guid.Parse((await cluster.EstablishAsync("2020", "Styre"))[0]);
        await cluster.DecideAsync("""{"title": "Nytt navn", "decidedByText": "Partnerne", "decidedOn": "2021", "changes": [{"type": "rename-body", "body": "Styre", "name": "Styret"}]}""");
        return new() { Id = body, Name = "Styret", Kind = BodyKind.Committee, Visibility = Visibility.Public };
    }

    private async Task<object?> WrittenAsync()
    {
        await using var command = api.Api.Database.CreateCommand(Written);
        return await command.ExecuteScalarAsync();
    }
}
