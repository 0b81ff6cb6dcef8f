using System.Text.Json.Nodes;
using System.Xml.Linq;
using Governance.Tests.Support;

namespace Governance.Tests.Architecture;

public sealed class PackageTests
{
    private static readonly string[] Free = ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "PostgreSQL"];

    /// <summary>Older packages, which name their licence by its address: MIT and Apache-2.0, and .NET's own of two that hold no code.</summary>
    private static readonly string[] FreeByAddress =
    [
        "https://github.com/mmanela/diffplex/blob/master/License.txt",
        "https://github.com/dotnet/corefx/blob/master/LICENSE.TXT",
        "https://raw.githubusercontent.com/xunit/xunit/master/license.txt",
        "http://go.microsoft.com/fwlink/?LinkId=329770",
    ];

    [Fact]
    public void Every_package_is_free_by_its_licence_those_that_others_bring_included() =>
        Packages().Select(p => $"{p.Package}: {Licence(p.Specification)}")
            .Should().NotBeEmpty().And.OnlyContain(package => IsFree(package.Split(": ", 2, default)[1]));

    /// <summary>Of several licences that one may choose from, one is enough.</summary>
    private static bool IsFree(string licence) => FreeByAddress.Contains(licence) || licence.Split(" OR ", default).Intersect(Free).Any();

    /// <summary>What the build restored, with the files that describe it.</summary>
    private static IEnumerable<(string Package, string Specification)> Packages()
    {
        var assets = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "Governance.Tests", "obj", "project.assets.json")))!;
        var folders = assets["packageFolders"]!.AsObject().Select(f => f.Key).ToList();
        return from library in assets["libraries"]!.AsObject()
               where library.Value!["type"]!.ToString() == "package"
               let files = library.Value["files"]!.AsArray().Select(f => f!.ToString())
               let specification = Path.Combine(library.Value["path"]!.ToString(), files.Single(f => f.EndsWith(".nuspec", StringComparison.Ordinal)))
               select (library.Key, folders.Select(f => Path.Combine(f, specification)).First(File.Exists));
    }

    private static string? Licence(string specification)
    {
        var told = XDocument.Load(specification).Root!.Elements().Single().Elements().ToLookup(e => e.Name.LocalName, e => e.Value);
        return told["license"].FirstOrDefault() switch
        {
            null => told["licenseUrl"].FirstOrDefault(),
            var file when File.Exists(InPackage(file)) => FirstLine(InPackage(file)) == "MIT License" ? "MIT" : $"{file}: {FirstLine(InPackage(file))}",
            var licence => licence,
        };

        string InPackage(string file) => Path.Combine(Path.GetDirectoryName(specification)!, file);
    }

    private static string FirstLine(string file) => File.ReadLines(file).First(line => line.Length > 0).Trim('#', ' ');
}
