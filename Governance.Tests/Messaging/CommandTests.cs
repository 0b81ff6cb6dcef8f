using Governance.Api.Clusters;
using Governance.Api.Features.People;
using Governance.Domain.Values;
using Governance.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Wolverine.Runtime.Handlers;

namespace Governance.Tests.Messaging;

public sealed class CommandTests
{
    [Fact]
    public async Task Every_command_has_a_handler_in_the_code_that_was_written_beforehand()
    {
        await using var api = await TestApi.StartAsync();
        var handlers = api.Services.GetRequiredService<HandlerGraph>();

        var commands = typeof(ClusterCommand).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(ClusterCommand)) && !t.IsAbstract).ToList();

        commands.Should().HaveCountGreaterThan(10).And.OnlyContain(command => handlers.CanHandle(command));
    }

    [Fact]
    public void In_a_log_a_command_tells_its_name_alone() =>
        new RegisterPerson(new("alrek", "somebody"), new(Name.Of("Oppdiktet Navnesen"))).ToString().Should().Be("RegisterPerson");
}
