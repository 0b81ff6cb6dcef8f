using Governance.Api.Hosting;

namespace Governance.Tests.Hosting;

public sealed class PostgresBinariesTests
{
    [Fact]
    public void Missing_they_are_asked_for_in_one_line() =>
        Searching(major: null, "/nowhere").Should().Throw<CannotStartException>().WithMessage(
            "PostgreSQL 15 or newer is not on this machine: install it (apt-get install postgresql, or brew install postgresql@17), or set ConnectionStrings__Governance to a server.");

    [Fact]
    public void Data_is_opened_by_the_version_that_made_it_alone() =>
        Searching(major: 14, PostgresBinaries.Find(null).Folder).Should().Throw<CannotStartException>().WithMessage(
            "The data was made by PostgreSQL 14, which is not on this machine: install it (apt-get install postgresql-14, or brew install postgresql@14), or set ConnectionStrings__Governance to a server.");

    [Fact]
    public void Found_they_are_new_enough() => PostgresBinaries.Find(null).Major.Should().BeGreaterThanOrEqualTo(15);

    private static Action Searching(int? major, string folder) => () => PostgresBinaries.Among([folder], major);
}
