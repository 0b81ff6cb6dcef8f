using Npgsql;

namespace Governance.Api.EventStore;

/// <summary>Which of the database's faults pass by themselves.</summary>
public static class Outages
{
    /// <summary>Whether the database cannot be had right now: not there, starting, full, not yet or no longer the one that is written to. What was asked may be asked again.</summary>
    public static bool IsAway(this Exception fault) => fault switch
    {
        PostgresException refused => refused.IsTransient || refused.SqlState is
            PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.QueryCanceled,
        NpgsqlException => true,
        _ => false,
    };
}
