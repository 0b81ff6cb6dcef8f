using Governance.Domain.Values;

namespace Governance.Tests.Domain.Values;

public sealed class NearestTests
{
    [Theory]
    [InlineData("as_of", "asOf")]
    [InlineData("AsOf", "asOf")]
    [InlineData("knonwAt", "knownAt")]
    [InlineData("language", "lang")]
    [InlineData("dry-run", "dryRun")]
    public void What_was_meant_is_the_word_that_takes_fewest_letters(string written, string meant) =>
        Nearest.To(written, ["asOf", "knownAt", "lang", "limit", "dryRun"]).Should().Be(meant);

    [Theory]
    [InlineData("colour")]
    [InlineData("")]
    [InlineData("x")]
    public void What_is_like_nothing_means_nothing(string written) => Nearest.To(written, ["asOf", "knownAt", "lang"]).Should().BeNull();
}
