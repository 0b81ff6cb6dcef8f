using Governance.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Weasel.Core.Migrations;
using Wolverine.Runtime;

namespace Governance.Tests.Messaging;

public sealed class MessageStoreTests
{
    [Fact]
    public async Task What_migrate_made_is_all_that_a_serving_node_asks_of_its_message_tables()
    {
        await using var api = await TestApi.StartAsync();
        await using var owner = await api.OwnerAsync();
        var database = owner.Services.GetRequiredService<IWolverineRuntime>().Storage.Should().BeAssignableTo<IDatabase>().Subject;

        await FluentActions.Awaiting(() => database.AssertDatabaseMatchesConfigurationAsync()).Should().NotThrowAsync();
    }
}
