using System.Reflection;
using System.Xml.Linq;
using Governance.Api.EventStore;
using Governance.Domain.Clusters;

namespace Governance.Tests.Architecture;

public sealed class DocumentationTests
{
    [Fact]
    public void Every_public_type_says_in_a_summary_what_it_means()
    {
        Assembly[] assemblies = [typeof(Cluster).Assembly, typeof(EventTypes).Assembly];
        var told = assemblies.SelectMany(Summaries).ToHashSet(StringComparer.Ordinal);

        assemblies.SelectMany(a => a.GetExportedTypes()).Where(t => t.Namespace?.StartsWith("Governance", StringComparison.Ordinal) == true)
            .Select(t => t.FullName!.Replace('+', '.')).Where(name => !told.Contains(name)).Should().BeEmpty();
    }

    private static IEnumerable<string> Summaries(Assembly assembly) =>
        from member in XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member")
        let name = (string)member.Attribute("name")!
        where name.StartsWith("T:", StringComparison.Ordinal) && (member.Element("summary")?.Value.Trim().Length > 0 || member.Element("inheritdoc") is not null)
        select name[2..];
}
