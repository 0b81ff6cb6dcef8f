using Governance.Tests.Domain.Laws;

namespace Governance.Tests.Reporting;

public sealed class SearchProjectionTests(ReportingFixture fixture) : IClassFixture<ReportingFixture>
{
    [Fact]
    public async Task Texts_brought_forward_bit_by_bit_are_those_of_a_fresh_fold_also_after_a_rebuild()
    {
        var clusters = new List<string>();
        for (var seed = 31; seed <= 36; seed++)
        {
            var (history, cluster) = (Stories.Of(seed), fixture.NewCluster());
            for (var from = 0; from < history.Position; from += 7)
            {
                await fixture.AppendAsync(cluster, history, from, 7);
                await fixture.ProjectAsync(cluster);
                (await fixture.VerifySearchAsync(cluster)).Differences.Should().BeEmpty();
            }
            (await fixture.SqlAsync("select count(*) from reporting.search_texts where cluster = $1", cluster)).Should().BeOfType<long>().Which.Should().BePositive();
            clusters.Add(cluster);
        }
        await fixture.Rebuilding().RunAsync(_ => { }, default);
        foreach (var cluster in clusters) (await fixture.VerifySearchAsync(cluster)).Differences.Should().BeEmpty();
    }

    [Theory]
    [InlineData("delete from reporting.search_texts where ctid = (select min(ctid) from reporting.search_texts where cluster = $1)", "is missing")]
    [InlineData("update reporting.search_texts set text = 'Noe annet' where ctid = (select min(ctid) from reporting.search_texts where cluster = $1)", "is missing", "stands there and should not")]
    public async Task A_text_that_was_tampered_with_is_found(string tampering, params string[] found)
    {
        var (history, cluster) = (Stories.Of(9), fixture.NewCluster());
        await fixture.AppendAsync(cluster, history, 0, (int)history.Position);
        await fixture.ProjectAsync(cluster);
        await fixture.SqlAsync(tampering, cluster);

        var differences = (await fixture.VerifySearchAsync(cluster)).Differences;

        differences.Should().HaveCount(found.Length).And.OnlyContain(d => found.Any(d.EndsWith));
    }
}
