using System.Text;
using Governance.Api.EventStore;
using Governance.Domain.Clusters;
using Governance.Tests.Support;

namespace Governance.Tests.Golden;

/// <summary>Events as the log holds them, in files named by alias and what is special about them.</summary>
internal static class GoldenFile
{
    private static readonly string Folder = Path.Combine(Repository.Root, "Governance.Tests", "Golden");
    private static readonly EventTypes Types = LogHost.Types;

    public static IEnumerable<string> Files => Directory.EnumerateFiles(Folder, "*.json").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal);

    public static string AliasOf(string file) => file[..file.IndexOf('.', StringComparison.Ordinal)];

    public static string Text(string file) => File.ReadAllText(Path.Combine(Folder, file), Encoding.UTF8).TrimEnd('\n');

    public static ClusterEvent Read(string file) => Types.Read(AliasOf(file), Encoding.UTF8.GetBytes(Text(file)));
}
