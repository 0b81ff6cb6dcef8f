using Governance.Api.Hosting;
using Microsoft.AspNetCore.Builder;
using Npgsql;

namespace Governance.Tests.Support;

/// <summary>The real host on a free port, over a database of its own unless given one.</summary>
public sealed class TestApi : IAsyncDisposable
{
    public const string AdminKey = "the-admin-key-of-the-tests";
    private const string Governance = "--ConnectionStrings:Governance=";
    private readonly WebApplication _app;

    private TestApi(WebApplication app, string connectionString)
    {
        _app = app;
        ConnectionString = connectionString;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    /// <summary>Without a key.</summary>
    public HttpClient Client { get; }

    /// <summary>Of its database, for another node on the same; as its owner, who sees it all.</summary>
    public string ConnectionString { get; }

    /// <summary>Its database to its owner.</summary>
    public NpgsqlDataSource Database => field ??= NpgsqlDataSource.Create(ConnectionString);

    public IServiceProvider Services => _app.Services;

    /// <param name="settings">Configuration as on the command line; what stands last holds.</param>
    /// <param name="more">Further endpoints, for the test alone.</param>
    public static async Task<TestApi> StartAsync(IEnumerable<string>? settings = null, Action<WebApplication>? more = null, TimeProvider? clock = null)
    {
        List<string> given = [.. settings ?? []];
        var connectionString = given.FindLast(s => s.StartsWith(Governance, StringComparison.Ordinal))?[Governance.Length..] ?? await PostgresServer.CreateDatabaseAsync();
        var app = Application.Assemble(
        [
            "--urls=http://127.0.0.1:0", $"--Governance:AdminKey={AdminKey}", "--Governance:RequestsPerSecond=0", "--Governance:SignInsPerMinute=0", .. given,
            Governance + PostgresServer.Serving(connectionString), $"--ConnectionStrings:Owner={connectionString}",
        ], clock);
        Application.Route(app);
        more?.Invoke(app);
        await app.StartAsync();
        return new TestApi(app, connectionString);
    }

    /// <summary>A node beside it on its database, for the owner's tasks.</summary>
    public Task<TestApi> OwnerAsync() => StartAsync([$"--ConnectionStrings:Governance={ConnectionString}", LocalDatabase.AsOwner]);

    /// <summary>One request, with a key if one is given.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? key = null, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (key is not null) request.Headers.Authorization = new("Bearer", key);
        return await Client.SendAsync(request);
    }

    /// <summary>Does something in its database as the owner.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Database.DisposeAsync();
    }
}
