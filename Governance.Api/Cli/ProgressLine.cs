namespace Governance.Api.Cli;

/// <summary>Counts on one line of the terminal while work goes on; silent where nobody looks.</summary>
/// <param name="what">What is counted.</param>
internal sealed class ProgressLine(string what) : IProgress<long>, IDisposable
{
    private bool begun;

    public void Report(long value)
    {
        if (Console.IsErrorRedirected) return;
        begun = true;
        Console.Error.Write($"\r{value:N0} {what}");
    }

    public void Dispose()
    {
        if (begun) Console.Error.WriteLine();
        begun = false;
    }
}
