using Governance.Api.Clusters;
using JasperFx;
using JasperFx.CodeGeneration;
using Wolverine.Configuration;
using Wolverine.Runtime.Handlers;

namespace Governance.Api.Messaging;

/// <summary>Leaves it to those who send commands to tell of what fails: whoever waits for the outcome gets the exception itself.</summary>
internal sealed class CommandFailures : IHandlerPolicy
{
    public void Apply(IReadOnlyList<HandlerChain> chains, GenerationRules rules, IServiceContainer container)
    {
        foreach (var chain in chains.Where(chain => chain.MessageType.IsAssignableTo(typeof(ClusterCommand)))) chain.FailureLogLevel = LogLevel.None;
    }
}
