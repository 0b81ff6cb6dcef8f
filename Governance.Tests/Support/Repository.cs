namespace Governance.Tests.Support;

/// <summary>The source that the tests were built from.</summary>
public static class Repository
{
    /// <summary>Its topmost folder.</summary>
    public static string Root { get; } = Above(AppContext.BaseDirectory);

    /// <summary>Every source file in C#, but what a build makes.</summary>
    public static IEnumerable<FileInfo> Sources =>
        from project in Directory.EnumerateDirectories(Root, "Governance.*")
        from folder in Directory.EnumerateDirectories(project).Where(f => Path.GetFileName(f) is not ("bin" or "obj")).SelectMany(f => Directory.EnumerateFiles(f, "*.cs", SearchOption.AllDirectories).Where(f => !f.Contains("/obj/", StringComparison.Ordinal)))
            .Concat(Directory.EnumerateFiles(project, "*.cs"))
        select new FileInfo(folder);

    private static string Above(string folder) =>
        File.Exists(Path.Combine(folder, "Governance.sln")) ? folder : Above(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("No Governance.sln above the tests."));
}
