using System.Text;
using Governance.Api.Reporting;
using Governance.Tests.Support;
using Marten.Events.Daemon.Coordination;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Governance.Tests.Reporting;

/// <summary>The tables as a running program keeps them.</summary>
public sealed class SubscriptionTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Progress = "select exists (select from mt_event_progression where name = 'reporting:All' and last_seq_id = (select max(seq_id) from mt_events))";

    [Fact]
    public async Task A_number_used_in_vain_holds_nobody_up_though_a_reader_keeps_its_transaction_open()
    {
        var cluster = await api.FoundAsync();
        await using var reader = await api.Api.Database.OpenConnectionAsync();
        await using var open = await reader.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead);
        await ReadAsync<long>(reader, "select count(*) from mt_events");
        await api.Api.ExecuteAsync("select nextval('mt_events_sequence')");
        await ReadAsync<long>(reader, "select count(*) from mt_events");

        await cluster.EstablishAsync("2020", "Styre");

        await IsToldAsync(api.Api, cluster, 2);
        await Eventually.TrueAsync(() => ReadAsync<bool>(api.Api, Progress));
    }

    [Fact]
    public async Task What_the_daemon_does_not_tell_of_is_found_behind()
    {
        var cluster = await api.FoundAsync();
        var daemon = api.Api.Services.GetRequiredService<IProjectionCoordinator>();
        await daemon.PauseAsync();
        try
        {
            await cluster.EstablishAsync("2020", "Styre");
            await IsToldAsync(api.Api, cluster, 2);
        }
        finally
        {
            await daemon.ResumeAsync();
        }
    }

    [Fact]
    public async Task A_node_that_is_killed_is_followed_by_another()
    {
        var database = await PostgresServer.CreateDatabaseAsync();
        await using var first = await ServerProcess.ServeAsync($"--ConnectionStrings:Governance={PostgresServer.Serving(database)}", $"--Governance:AdminKey={TestApi.AdminKey}");
        var cluster = new ClusterClient(first.Client, "alrek", TestApi.AdminKey);
        using var founding = new StringContent("""{"id": "alrek", "name": "Alrek", "foundedOn": "2016"}""", Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/clusters") { Content = founding, Headers = { Authorization = new("Bearer", TestApi.AdminKey) } };
        (await first.Client.SendAsync(request)).EnsureSuccessStatusCode();
        await using var second = await TestApi.StartAsync([$"--ConnectionStrings:Governance={database}"]);
        await Eventually.TrueAsync(() => ReadAsync<bool>(second, Progress));

        await first.KillAsync();
        await cluster.As(TestApi.AdminKey, second.Client).EstablishAsync("2020", "Styre");

        await IsToldAsync(second, cluster, 2);
        await Eventually.TrueAsync(() => ReadAsync<bool>(second, Progress));
    }

    private static Task IsToldAsync(TestApi api, ClusterClient cluster, long position) =>
        Eventually.TrueAsync(async () => await ReadAsync<long>(api, $"select coalesce(max(position), 0) from {Projection.Live}.checkpoints where cluster = '{cluster.Id}'") == position);

    private static async Task<T> ReadAsync<T>(TestApi api, string sql)
    {
        await using var connection = await api.Database.OpenConnectionAsync();
        return await ReadAsync<T>(connection, sql);
    }

    private static async Task<T> ReadAsync<T>(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
