using Wolverine;

namespace Governance.Api.Messaging;

/// <summary>Wolverine: the bus for commands, and the queues and the schedule of what goes on behind.</summary>
public static class MessagingSetup
{
    public static void AddMessaging(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ActOutbox>();
        builder.Host.UseWolverine(options =>
        {
            options.ApplicationAssembly = typeof(MessagingSetup).Assembly;
            options.Policies.AutoApplyTransactions();
            options.Policies.UseDurableLocalQueues();
            options.AutoBuildMessageStorageOnStartup = JasperFx.AutoCreate.None;
        });
    }
}
