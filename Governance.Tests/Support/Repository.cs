namespace Governance.Tests.Support;

/// <summary>The source that the tests were built from.</summary>
public static class Repository
{
    /// <summary>Its topmost folder.</summary>
    public static string Root { get; } = Above(AppContext.BaseDirectory);

    /// <summary>Every source file in C#, but what a build makes.</summary>
    public static IEnumerable<FileInfo> Sources =>
        from project in Directory.EnumerateDirectories(Root, "Governance.*")
        from file in Directory.EnumerateFiles(project, "*.cs", SearchOption.AllDirectories)
        where !Path.GetRelativePath(project, file).Split(Path.DirectorySeparatorChar).Any(folder => folder is "bin" or "obj" or "Generated")
        select new FileInfo(file);

    private static string Above(string folder) =>
        File.Exists(Path.Combine(folder, "Governance.sln")) ? folder : Above(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("No Governance.sln above the tests."));
}
