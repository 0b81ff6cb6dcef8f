using System.Xml.Linq;
using Governance.Api.Store;
using Marten;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Governance.Api.Security;

/// <summary>A key that signs forms and short-lived cookies. A document.</summary>
public sealed record ProtectionKey(string Id, string Xml);

/// <summary>The keys that sign forms and short-lived cookies, in the database: so that any node takes what another gave. Whoever asks for them does not await, and asks seldom.</summary>
public sealed class ProtectionKeys(ClusterSessions sessions) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => ListAsync().GetAwaiter().GetResult();

    public void StoreElement(XElement element, string friendlyName) => AddAsync(new(friendlyName, element.ToString(SaveOptions.DisableFormatting))).GetAwaiter().GetResult();

    private async Task<List<XElement>> ListAsync()
    {
        await using var session = await sessions.OpenSharedAsync(CancellationToken.None);
        return [.. (await session.Query<ProtectionKey>().OrderBy(key => key.Id).ToListAsync()).Select(key => XElement.Parse(key.Xml))];
    }

    private async Task AddAsync(ProtectionKey key)
    {
        await using var session = await sessions.OpenSharedAsync(CancellationToken.None);
        session.Insert(key);
        await session.TrySaveAsync(CancellationToken.None);
    }
}
