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

    private const string EverySecond = "* * * * * *", EveryThirdHour = "0 */3 * * *";

    public static void AddMessaging(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ActOutbox>();
        foreach (var part in new[] { "Wolverine", "Marten", "JasperFx" }) builder.Logging.AddFilter(part, LogLevel.Warning);
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
            // The database is the same for both: with the schedule, and what of it was seen to.
            options.Durability.EnableRecurringMessages = true;
            options.Durability.MessageDeduplicationMode = MessageDeduplicationMode.CompareByHash;
            if (builder.Configuration.GetValue<bool>("Governance:ForCommands"))
            {
                options.Durability.Mode = DurabilityMode.MediatorOnly;
                return;
            }
            Deliver(options, DeliveryRules.Of(builder.Configuration).AtOnce);
            options.Schedules.ScheduleRecurring<Prune>(EveryThirdHour).UseTimer();
            TakeOver(options.Durability);
        });
    }

    private static void Deliver(WolverineOptions options, int atOnce)
    {
        options.LocalQueueFor<DeliverNext>().MaximumParallelMessages(Math.Max(1, atOnce));
        // Where the schedule is not known, other nodes keep it.
        if (atOnce == 0) return;
        options.Schedules.ScheduleRecurring<WakeSubscribers>(EverySecond).SkipWhileRunning();
        options.Policies.Add<WakeSubscribersAgain>();
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
        durability.DeadLetterQueueExpirationEnabled = true;
    }
}
