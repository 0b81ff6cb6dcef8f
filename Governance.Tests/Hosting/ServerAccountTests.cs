using Governance.Api.Hosting;

namespace Governance.Tests.Hosting;

public sealed class ServerAccountTests
{
    private const string Root = "root:x:0:0:root:/root:/bin/bash";
    private const string Nobody = "nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin";
    private const string Postgres = "postgres:x:101:104::/var/lib/postgresql:/bin/bash";

    [Fact]
    public void Root_runs_PostgreSQL_as_PostgreSQLs_own_account() =>
        ServerAccount.Among([Root, Nobody, Postgres]).Should().Be(new ServerAccount("postgres", "101", "104"));

    [Fact]
    public void Without_one_as_nobody() =>
        ServerAccount.Among([Root, Nobody]).Should().Be(new ServerAccount("nobody", "65534", "65534"));

    [Fact]
    public void Without_either_it_says_what_to_do() =>
        FluentActions.Invoking(() => ServerAccount.Among([Root])).Should().Throw<CannotStartException>();
}
