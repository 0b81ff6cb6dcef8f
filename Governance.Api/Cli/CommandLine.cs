using System.CommandLine;
using Governance.Api.Hosting;
using Governance.Api.Store.Schema;
using Npgsql;
using Wolverine.Runtime.Handlers;

namespace Governance.Api.Cli;

/// <summary>Runs the verb that the arguments name; what the operator has to mend is told in one line.</summary>
public static class CommandLine
{
    private static readonly string[] AboutItself = ["-h", "-?", "--help", "--version"];

    public static async Task<int> RunAsync(this RootCommand root, string[] args)
    {
        var verbless = args.Length == 0 || (args[0].StartsWith('-') && !AboutItself.Contains(args[0]));
        if (args.Select(Settings.SecretIn).FirstOrDefault(secret => secret is not null) is { } told)
            return await FailAsync($"The arguments hold {told}, and all who are on this machine see them. Put it in the environment, as ConnectionStrings__Governance or Governance__AdminKey, or a database's password in ~/.pgpass.");
        try
        {
            // The host itself listens for SIGTERM and Ctrl+C, and ends when the last request has.
            return await root.Parse([.. verbless ? ["serve"] : Array.Empty<string>(), .. args.SelectMany(Settings.Part)], new() { ResponseFileTokenReplacer = null })
                .InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (Exception e) when (e is CannotStartException or SchemaMismatchException)
        {
            return await FailAsync(e.Message);
        }
        catch (MissingPreBuiltTypesException)
        {
            return await FailAsync("This build lacks the code by which commands meet their handlers. Run deploy/codegen.sh and build again.");
        }
        catch (NpgsqlException e)
        {
            return await FailAsync($"The database: {e.Message}");
        }
    }

    private static async Task<int> FailAsync(string line)
    {
        await Console.Error.WriteLineAsync(line);
        return 1;
    }
}
