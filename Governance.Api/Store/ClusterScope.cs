using System.Data.Common;
using JasperFx.Events;
using NpgsqlTypes;
using Weasel.Core;
using Weasel.Storage;
using ICommandBuilder = Weasel.Postgresql.ICommandBuilder;

namespace Governance.Api.Store;

/// <summary>Says at the head of a session's batch which cluster it is for: row-level security lets the rest of the transaction see that cluster's rows. Marten puts what concerns events before all else, in the order queued, so this takes no round trip of its own.</summary>
internal sealed class ClusterScope(string cluster) : Marten.Internal.Operations.IStorageOperation
{
    public Type DocumentType => typeof(IEvent);

    public OperationRole Role() => OperationRole.Other;

    public void ConfigureCommand(ICommandBuilder builder, IStorageSession session)
    {
        builder.Append("select set_config('governance.cluster', ");
        builder.AppendParameter(cluster, NpgsqlDbType.Text);
        builder.Append(", true)");
    }

    public Task PostprocessAsync(DbDataReader reader, IList<Exception> exceptions, CancellationToken token) => Task.CompletedTask;
}
