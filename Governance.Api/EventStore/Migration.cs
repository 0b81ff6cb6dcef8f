using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Governance.Api.EventStore;

/// <summary>One numbered step of the database's schema, never changed once released.</summary>
public sealed partial record Migration(int Number, string Name, string Sql)
{
    /// <summary>SHA-256 of the text in lower-case hex, whatever the line endings of the checkout.</summary>
    public string Checksum => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    /// <summary>The steps this program was built with, by number.</summary>
    public static IReadOnlyList<Migration> Embedded { get; } = [.. ReadEmbedded(typeof(Migration).Assembly).OrderBy(m => m.Number)];

    private static IEnumerable<Migration> ReadEmbedded(Assembly assembly)
    {
        foreach (var resource in assembly.GetManifestResourceNames())
        {
            if (FileName().Match(resource) is not { Success: true } file) continue;
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
            yield return new Migration(int.Parse(file.Groups["number"].ValueSpan), file.Groups["name"].Value, reader.ReadToEnd());
        }
    }

    [GeneratedRegex(@"\.migrations\.(?<number>\d{4})_(?<name>\w+)\.sql$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FileName();
}
