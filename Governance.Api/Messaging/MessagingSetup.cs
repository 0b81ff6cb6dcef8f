using JasperFx;
using JasperFx.CodeGeneration;
using Wolverine;

namespace Governance.Api.Messaging;

/// <summary>Wolverine: the bus for commands, and the queues and the schedule of what goes on behind.</summary>
public static class MessagingSetup
{
    /// <summary>The setting of a task on the command line, which leaves queues and schedules to those who serve.</summary>
    public const string ForCommands = "--Governance:ForCommands=true";

    public static void AddMessaging(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ActOutbox>();
        builder.Host.UseWolverine(options =>
        {
            options.ApplicationAssembly = typeof(MessagingSetup).Assembly;
            options.CodeGeneration.TypeLoadMode = TypeLoadMode.Static;
            options.AutoBuildMessageStorageOnStartup = AutoCreate.None;
            options.Tracking.RecordExceptionsOnSpans = false;
            options.Policies.AutoApplyTransactions();
            options.Policies.UseDurableLocalQueues();
            options.Policies.Add<CommandFailures>();
            if (builder.Configuration.GetValue<bool>("Governance:ForCommands")) options.Durability.Mode = DurabilityMode.MediatorOnly;
        });
    }
}
