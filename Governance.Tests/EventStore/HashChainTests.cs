using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Governance.Api.EventStore;
using Governance.Tests.Support;

namespace Governance.Tests.EventStore;

/// <summary>The chain as anybody can recompute it from an export, without this program.</summary>
public sealed class HashChainTests(LogFixture fixture) : IClassFixture<LogFixture>
{
    [Fact]
    public async Task The_chain_is_what_its_description_says()
    {
        var story = fixture.NewCluster();
        await fixture.Log.AppendAsync(story.Found());
        var recorded = (AppendOutcome.Recorded)await fixture.Log.AppendAsync(story.Decide("Styringsgruppe"));
        var row = await fixture.Log.ReadRowsAsync(story.Cluster).ElementAtAsync(1);
        var before = EventHeaders.Parse((await fixture.Log.ReadRowsAsync(story.Cluster).FirstAsync()).Headers);
        var headers = EventHeaders.Parse(row.Headers);

        var payload = Hex(SHA256.HashData(Encoding.UTF8.GetBytes($$"""{"body":"{{Digest(0, story.Body.ToString())}}","name":"{{Digest(1, "Styringsgruppe")}}"}""")));
        var envelope = $$$"""
            {"causation":null,"correlation":"trace-1","headers":{"actor":"key-1","decidedOn":"2022-06-15","decision":"{{{headers.Decision}}}","effectiveFrom":"2022-06","index":1,"payloadHash":"{{{payload}}}","position":2,"revision":1},"id":"{{{row.Id}}}","stream":"{{{story.Body}}}","type":"body_renamed","version":1}
            """;
        var microseconds = (recorded.Head.RecordedAt - DateTimeOffset.UnixEpoch).Ticks / 10;
        var link = SHA256.HashData([.. Convert.FromHexString(before.Chain!), .. SHA256.HashData(Encoding.UTF8.GetBytes(envelope)), .. Encoding.UTF8.GetBytes($"2|1|body_renamed|{microseconds}")]);

        headers.PayloadHash.Should().Be(payload);
        headers.Chain.Should().Be(Hex(link));
        EventHeaders.Parse((await fixture.Log.ReadRowsAsync(story.Cluster).LastAsync()).Headers).Chain.Should().Be(recorded.Head.Chain);

        // Of the salts, two are the halves of one hash.
        string Digest(int n, string text) => Hex(SHA256.HashData([.. SHA256.HashData([.. Convert.FromHexString(headers.Salt!), 0, 0, 0, (byte)(n / 2)])[(n % 2 * 16)..][..16], .. Encoding.UTF8.GetBytes($"\"{text}\"")]));
    }

    [Fact]
    public async Task The_first_link_starts_from_the_clusters_id()
    {
        var story = fixture.NewCluster();
        await fixture.Log.AppendAsync(story.Found());
        var row = await fixture.Log.ReadRowsAsync(story.Cluster).SingleAsync();
        var headers = EventHeaders.Parse(row.Headers);
        var canonical = new ArrayBufferWriter<byte>();
        headers.Write(canonical);

        var eventHash = HashChain.EventHash(canonical.WrittenSpan, row.Id, row.Stream, row.Type, row.Version, (row.Causation, row.Correlation), new ArrayBufferWriter<byte>());
        HashChain.Genesis(story.Cluster).Should().Equal(SHA256.HashData(Encoding.UTF8.GetBytes(story.Cluster)));
        Hex(HashChain.Next(HashChain.Genesis(story.Cluster), eventHash, 1, 1, row.Type, row.RecordedAt)).Should().Be(headers.Chain);
    }

    private static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);
}
