using Governance.Api.Store;
using Marten;

namespace Governance.Tests.EventStore;

/// <summary>The database is what Marten makes of the program's configuration.</summary>
public sealed class MartenLayoutTests(LogFixture fixture) : IClassFixture<LogFixture>
{
    [Fact]
    public async Task Marten_finds_nothing_to_change()
    {
        await using var store = DocumentStore.For(options =>
        {
            options.UseGovernance();
            options.Connection(fixture.ConnectionString);
        });
        await store.Storage.Database.AssertDatabaseMatchesConfigurationAsync();
    }
}
