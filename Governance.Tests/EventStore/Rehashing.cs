using System.Buffers;
using System.Text.Json.Nodes;
using Governance.Api.EventStore;

namespace Governance.Tests.EventStore;

/// <summary>Makes the hashes of a cluster's log anew, as its owner could.</summary>
internal static class Rehashing
{
    /// <summary>As a program that did not hash texts apart would have made them.</summary>
    /// <param name="but">An event whose payload hash stays as it is, as that of one whose texts were taken out does.</param>
    public static Task AsOfBeforeAsync(LogFixture fixture, string cluster, Guid? but = null) => RehashAsync(fixture, cluster, salted: false, but);

    /// <summary>As this program makes them, over what stands there now.</summary>
    public static Task AnewAsync(LogFixture fixture, string cluster) => RehashAsync(fixture, cluster, salted: true, null);

    private static async Task RehashAsync(LogFixture fixture, string cluster, bool salted, Guid? but)
    {
        var link = HashChain.Genesis(cluster);
        foreach (var row in await fixture.Log.ReadRowsAsync(cluster).ToListAsync())
        {
            var was = EventHeaders.Parse(row.Headers);
            var salt = salted ? MemberDigests.NewSalt() : null;
            var headers = row.Id == but ? was : was with { People = salted ? was.People : null, PayloadHash = salt is null ? HashChain.DataHash(CanonicalJson.Of(row.Data)) : HashChain.PayloadHash(row.Data, MemberDigests.Of(salt)) };
            var canonical = new ArrayBufferWriter<byte>();
            headers.Write(canonical);
            var own = HashChain.EventHash(canonical.WrittenSpan, row.Id, row.Stream, row.Type, row.Version, salted ? (row.Causation, row.Correlation) : null, new());
            link = HashChain.Next(link, own, headers.Position, headers.Index, row.Type, row.RecordedAt);
            var json = JsonNode.Parse(canonical.WrittenSpan)!.AsObject();
            json["chain"] = Convert.ToHexStringLower(link);
            if (salt is not null) json["salt"] = salt;
            await fixture.SqlAsync("update mt_events set headers = jsonb_build_object('governance', $2::text::jsonb) where id = $1", row.Id, json.ToJsonString());
        }
    }
}
