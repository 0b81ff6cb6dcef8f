using Governance.Tests.Support;

namespace Governance.Tests.Api.Nodes;

/// <summary>Two servers on one database.</summary>
public sealed class TwoNodes : IAsyncLifetime
{
    private readonly ApiFixture one = new();

    public TestApi Other { get; private set; } = null!;

    /// <summary>The first of them, and what it offers.</summary>
    public ApiFixture One => one;

    public async Task InitializeAsync()
    {
        await one.InitializeAsync();
        Other = await TestApi.StartAsync([$"--ConnectionStrings:Governance={one.Api.ConnectionString}"]);
    }

    public async Task DisposeAsync()
    {
        await Other.DisposeAsync();
        await one.DisposeAsync();
    }

    /// <summary>A cluster through the first node and through the other.</summary>
    public async Task<(ClusterClient Here, ClusterClient There)> FoundAsync()
    {
        var here = await one.FoundAsync();
        return (here, here.As(TestApi.AdminKey, Other.Client));
    }
}
