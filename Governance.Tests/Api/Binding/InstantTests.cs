using FsCheck;
using FsCheck.Fluent;
using Governance.Api.Http.Binding;

namespace Governance.Tests.Api.Binding;

public sealed class InstantTests
{
    [Theory]
    [InlineData("2026-01-31T10:11:12Z", "2026-01-31T10:11:12.000000Z")]
    [InlineData("2026-01-31T11:11:12.5+01:00", "2026-01-31T10:11:12.500000Z")]
    [InlineData("2026-01-31T11:11:12 01:00", "2026-01-31T10:11:12.000000Z")]
    [InlineData("2026-01-31t05:11:12.123456789-05:00", "2026-01-31T10:11:12.123456Z")]
    public void A_time_with_its_offset_is_read(string text, string instant)
    {
        Instants.TryParse(text, out var read).Should().BeTrue();

        Instants.Format(read).Should().Be(instant);
    }

    [Theory]
    [InlineData("2026-01-31T10:11:12")]
    [InlineData("2026-01-31")]
    [InlineData("2026-02-30T10:11:12Z")]
    [InlineData("2026-01-31T24:00:00Z")]
    [InlineData("2026-01-31 10:11:12Z")]
    [InlineData("2026-01-31T10:11:12+25:00")]
    [InlineData("1769854272")]
    [InlineData("2026-01-31T10:11:12Z\n")]
    public void Anything_else_is_refused(string text) => Instants.TryParse(text, out _).Should().BeFalse();

    [Fact]
    public void Every_microsecond_reads_back() => Prop.ForAll(Gen.Choose(0, int.MaxValue).Two().ToArbitrary(), pair =>
    {
        var instant = DateTimeOffset.UnixEpoch.AddSeconds(pair.Item1).AddMicroseconds(pair.Item2 % 1_000_000);
        return Instants.TryParse(Instants.Format(instant), out var read) && read == instant;
    }).QuickCheckThrowOnFailure();
}
