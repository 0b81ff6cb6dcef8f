using Governance.Api.Features.Meetings.Notices;
using Governance.Api.Features.Privacy.Retention;
using Governance.Api.Features.Webhooks.Delivery;
using JasperFx;
using JasperFx.CodeGeneration;
using JasperFx.Core;
using Wolverine;

namespace Governance.Api.Messaging;

/// <summary>Wolverine: the bus for commands, and the queues and the schedule of what goes on behind.</summary>
public static class MessagingSetup
{
    /// <summary>What it is called in traces and metrics.</summary>
    public const string ServiceName = "governance";

    /// <summary>The setting of a task on the command line, which leaves queues and schedule to those who serve.</summary>
    public const string ForCommands = "--Governance:ForCommands=true";

    private const string EveryThirdHour = "0 */3 * * *";

    public static void AddMessaging(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ActOutbox>();
        foreach (var part in new[] { "Wolverine", "Marten", "JasperFx" }) builder.Logging.AddFilter(part, LogLevel.Warning);
        // What fails there is thrown as well, and a conflict is decided again.
        builder.Logging.AddFilter("Marten.IDocumentStore", LogLevel.None);
        builder.Host.UseWolverine(options =>
        {
            options.ServiceName = ServiceName;
            options.ApplicationAssembly = typeof(MessagingSetup).Assembly;
            options.CodeGeneration.TypeLoadMode = TypeLoadMode.Static;
            options.AutoBuildMessageStorageOnStartup = AutoCreate.None;
            // What was thrown may tell of people.
            options.Tracking.RecordExceptionsOnSpans = false;
            options.Policies.AutoApplyTransactions();
            options.Policies.UseDurableLocalQueues();
            options.Policies.Add<CommandFailures>();
            // What gives the database tables or columns is set for the program that migrates it too: the schedule, what of it was seen to, and when dead letters go.
            options.Durability.DeadLetterQueueExpirationEnabled = true;
            options.Durability.EnableRecurringMessages = true;
            options.Durability.MessageDeduplicationMode = MessageDeduplicationMode.CompareByHash;
            if (builder.Configuration.GetValue<bool>("Governance:ForCommands"))
            {
                options.Durability.Mode = DurabilityMode.MediatorOnly;
                return;
            }
            options.LocalQueueFor<DeliverNext>().MaximumParallelMessages(Math.Max(1, DeliveryRules.Of(builder.Configuration).AtOnce));
            options.LocalQueueFor<MailNotice>().MaximumParallelMessages(MailRules.Of(builder.Configuration).AtOnce);
            options.Schedules.ScheduleRecurring<Prune>(EveryThirdHour).UseTimer();
            TakeOver(options.Durability);
        });
    }

    /// <summary>What a dead node had is taken over within twenty seconds.</summary>
    private static void TakeOver(DurabilitySettings durability)
    {
        durability.FirstHealthCheckExecution = TimeSpan.Zero;
        durability.HealthCheckPollingTime = 2.Seconds();
        durability.StaleNodeTimeout = 8.Seconds();
        durability.OrphanedMessageSweepPollingTime = 1.Seconds();
        durability.ScheduledJobPollingTime = 500.Milliseconds();
        durability.NodeAssignmentHealthCheckTracingEnabled = false;
        durability.DurabilityMetricsEnabled = false;
    }
}
