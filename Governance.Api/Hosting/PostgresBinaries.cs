using System.Diagnostics;

namespace Governance.Api.Hosting;

/// <summary>A folder with PostgreSQL's programs, of one major version.</summary>
internal sealed record PostgresBinaries(string Folder, int Major)
{
    private const int Oldest = 15;

    public string Of(string program) => Path.Combine(Folder, program);

    /// <summary>Those on this machine that can open data of the given major version (none: the first found that is new enough).</summary>
    public static PostgresBinaries Find(int? major) => Among(OnThisMachine(), major);

    internal static PostgresBinaries Among(IEnumerable<string> folders, int? major) =>
        folders.Distinct().Where(f => File.Exists(Path.Combine(f, "postgres")) && File.Exists(Path.Combine(f, "initdb")))
            .Select(f => new PostgresBinaries(f, FirstNumber(Output(Path.Combine(f, "postgres"), "--version"))))
            .FirstOrDefault(b => major is null ? b.Major >= Oldest : b.Major == major)
        ?? throw new CannotStartException(
            (major is null ? $"PostgreSQL {Oldest} or newer is not on this machine" : $"The data was made by PostgreSQL {major}, which is not on this machine")
            + $": install it (apt-get install postgresql{(major is null ? "" : "-" + major)}, or brew install postgresql@{major ?? 17}), or set ConnectionStrings__Governance to a server.");

    private static IEnumerable<string> OnThisMachine()
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        foreach (var folder in path) yield return folder;
        foreach (var config in path.Select(f => Path.Combine(f, "pg_config")).Where(File.Exists))
            yield return Output(config, "--bindir").Trim();
        foreach (var folder in Versions("/usr/lib/postgresql", "*")) yield return folder;
        foreach (var folder in Versions("/usr", "pgsql-*")) yield return folder;
        foreach (var folder in Versions("/opt/homebrew/opt", "postgresql@*")) yield return folder;
        foreach (var folder in Versions("/usr/local/opt", "postgresql@*")) yield return folder;
        foreach (var folder in Versions("/home/linuxbrew/.linuxbrew/opt", "postgresql@*")) yield return folder;
        yield return "/usr/local/pgsql/bin";
    }

    private static IEnumerable<string> Versions(string parent, string pattern) =>
        (Directory.Exists(parent) ? Directory.GetDirectories(parent, pattern) : [])
        .OrderByDescending(f => FirstNumber(Path.GetFileName(f)))
        .Select(f => Path.Combine(f, "bin"));

    private static int FirstNumber(string text) =>
        int.TryParse([.. text.SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit)], out var n) ? n : 0;

    private static string Output(string program, string argument)
    {
        using var process = Process.Start(new ProcessStartInfo(program, [argument]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }
}
