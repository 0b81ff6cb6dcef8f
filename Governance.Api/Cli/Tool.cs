using System.CommandLine;
using Governance.Api.Hosting;
using JasperFx;

namespace Governance.Api.Cli;

/// <summary>The verbs that Marten and Wolverine bring, as the owner of the tables; what stands after them is theirs to read.</summary>
internal static class Tool
{
    public static IEnumerable<Command> Verbs() =>
    [
        Verb("codegen", "Write the code by which Wolverine calls the handlers: deploy/codegen.sh."),
        Verb("resources", "Check what Marten and Wolverine keep in the database."),
        Verb("db-assert", "Assert that Marten's tables are as this program has them."),
        Verb("db-patch", "Write what they lack to a file, as SQL."),
        Verb("describe", "Tell how Marten and Wolverine are set up."),
    ];

    private static Command Verb(string name, string description)
    {
        var verb = new Command(name, description) { TreatUnmatchedTokensAsErrors = false };
        verb.SetAction(async (parsed, ct) =>
        {
            await using var app = Application.Assemble([.. Settings.Known(parsed), LocalDatabase.AsOwner, "--Logging:LogLevel:Default=Error"]);
            return await app.RunJasperFxCommands([name, .. parsed.UnmatchedTokens]);
        });
        return verb;
    }
}
