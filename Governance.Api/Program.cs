using System.CommandLine;
using Governance.Api.Cli;

var governance = new RootCommand("The organisation of a cluster, as its decisions made it, on any date.")
{
    Serve.Verb(),
    Migrate.Verb(),
    Demo.Verb(),
    Import.Verb(),
    Export.Verb(),
    Verify.Verb(),
    Heads.Verb(),
    Erasures.Verb(),
    Rebuild.Verb(),
    Key.Verb(),
    User.Verb(),
};
foreach (var tool in Tool.Verbs()) governance.Add(tool);
return await governance.WithSettings().RunAsync(args);
