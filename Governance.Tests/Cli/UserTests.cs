using System.Diagnostics;
using Governance.Tests.Support;

namespace Governance.Tests.Cli;

public sealed class UserTests
{
    [Fact]
    public async Task An_account_is_made_listed_granted_disabled_and_reset()
    {
        var database = $"--ConnectionStrings:Governance={await PostgresServer.CreateDatabaseAsync()}";
        await using var add = ServerProcess.Run("user", "add", "Ada@Example.org", "--name", "Ada Eksempel", "--role", "secretary", "--cluster", "alrek", database);
        (await add.EndAsync()).Should().Be(0);
        (await add.LineAsync("/")).Should().MatchRegex("^/account/set-password\\?token=[A-Za-z0-9_-]{43}$");
        (await LineAsync("list")).Should().MatchRegex("^[0-9a-f]{16}  ada@example.org, Ada Eksempel, secretary@alrek, made .* by command-line$");

        (await LineAsync("grant", "ada@example.org", "--role", "admin", "--all-clusters")).Should().Contain("admin@* secretary@alrek");
        (await LineAsync("grant", "ada@example.org", "--cluster", "alrek")).Should().Contain("admin@*, made");
        (await LineAsync("disable", "ada@example.org")).Should().Contain(", disabled ");
        (await LineAsync("enable", "ada@example.org")).Should().NotContain("disabled");
        (await LineAsync("reset", "ada@example.org", "--second-factor")).Should().StartWith("/account/set-password?token=");

        await using var again = ServerProcess.Run("user", "add", "ada@example.org", "--name", "Bo", "--role", "reader", "--all-clusters", database);
        (await again.EndAsync()).Should().Be(1);
        (await again.Errors).Should().Contain("There is an account by that login already.");

        async Task<string> LineAsync(params string[] arguments)
        {
            await using var run = ServerProcess.Run(["user", .. arguments, database]);
            return await run.LineAsync("");
        }
    }

    [Theory]
    [InlineData("lang setning om fjell", 0, "Made account")]
    [InlineData("kort", 1, "The password must have 12–256 characters.")]
    public async Task A_password_is_taken_from_standard_input(string password, int status, string told)
    {
        var database = $"--ConnectionStrings:Governance={await PostgresServer.CreateDatabaseAsync()}";
        var start = new ProcessStartInfo("dotnet", [typeof(Governance.Api.Hosting.Application).Assembly.Location, "user", "add", "ada", "--name", "Ada", "--role", "reader", "--all-clusters", "--ask-password", database])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardError = true,
        };
        using var run = Process.Start(start)!;
        await run.StandardInput.WriteLineAsync(password);
        run.StandardInput.Close();

        (await run.StandardError.ReadToEndAsync()).Should().Contain(told);
        await run.WaitForExitAsync();
        run.ExitCode.Should().Be(status);
    }
}
