using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Governance.Api.Store.Schema;

/// <summary>One numbered step of the database's schema beside what Marten and Wolverine keep, never changed once released.</summary>
public sealed partial record Migration(int Number, string Name, string Sql)
{
    /// <summary>Numbers below this are of versions that kept the log without Marten.</summary>
    public const int First = 100;

    /// <summary>SHA-256 of the text in lower-case hex, whatever the line endings of the checkout.</summary>
    public string Checksum => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    /// <summary>The steps this program was built with, by number.</summary>
    public static IReadOnlyList<Migration> Embedded { get; } = [.. ReadEmbedded().OrderBy(m => m.Number)];

    /// <summary>What brings a database of version 22800f9, where what Marten keeps is there already, to where these steps bring an empty one, with what it holds.</summary>
    public static string Upgrade(IEnumerable<Migration> steps) => string.Join('\n', [Named("from_22800f9_set_aside.sql"), .. steps.Select(step => step.Sql), Named("from_22800f9_take_over.sql")]);

    private static string Named(string file) => Read(typeof(Migration).Assembly.GetManifestResourceNames().Single(name => name.EndsWith(file, StringComparison.Ordinal)));

    private static IEnumerable<Migration> ReadEmbedded()
    {
        foreach (var resource in typeof(Migration).Assembly.GetManifestResourceNames())
            if (FileName().Match(resource) is { Success: true } file)
                yield return new Migration(int.Parse(file.Groups["number"].ValueSpan), file.Groups["name"].Value, Read(resource));
    }

    private static string Read(string resource)
    {
        using var reader = new StreamReader(typeof(Migration).Assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"\.Schema\.(?<number>\d{4})_(?<name>\w+)\.sql$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FileName();
}
