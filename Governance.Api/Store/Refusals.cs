using JasperFx;
using Marten;
using Marten.Exceptions;
using Npgsql;

namespace Governance.Api.Store;

/// <summary>Which of what a save throws says that others have written meanwhile.</summary>
public static class Refusals
{
    /// <summary>Whether the database refused it, so that nothing of it was written: something is there already, or is not any more as it was read.</summary>
    public static bool IsRefused(this Exception fault) =>
        fault is ConcurrencyException or DocumentAlreadyExistsException or ExistingStreamIdCollisionException || (fault as PostgresException ?? fault.InnerException) is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    /// <summary>Saves; false where it was refused.</summary>
    public static async Task<bool> TrySaveAsync(this IDocumentSession session, CancellationToken ct)
    {
        try
        {
            await session.SaveChangesAsync(ct);
            return true;
        }
        catch (Exception fault) when (fault.IsRefused())
        {
            return false;
        }
    }
}
