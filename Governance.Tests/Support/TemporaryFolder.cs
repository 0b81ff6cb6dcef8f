using Governance.Api.Hosting;

namespace Governance.Tests.Support;

/// <summary>A name for a folder that is not there yet, and goes when the test does.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private const string Prefix = "governance-test-";
    private static readonly TimeSpan LongerThanARun = TimeSpan.FromHours(2);

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), Prefix + System.IO.Path.GetRandomFileName());

    public void Dispose()
    {
        if (Directory.Exists(Path)) Directory.Delete(Path, recursive: true);
    }

    /// <summary>Clears away what killed runs left behind; what a server still holds stays.</summary>
    public static void DeleteLeftovers()
    {
        var oldest = TimeProvider.System.GetUtcNow().UtcDateTime - LongerThanARun;
        foreach (var folder in Directory.GetDirectories(System.IO.Path.GetTempPath(), Prefix + "*").Where(f => Directory.GetLastWriteTimeUtc(f) < oldest))
        {
            try
            {
                using (FolderLock.Take(folder, passable: false)) Directory.Delete(folder, recursive: true);
            }
            catch (Exception e) when (e is CannotStartException or IOException)
            {
                // In use, another user's, or a mount that a killed run left: not ours to delete.
            }
        }
    }
}
