using System.Diagnostics;
using System.Text.RegularExpressions;
using Governance.Tests.Api.Exports;
using Governance.Tests.Support;

namespace Governance.Tests.Deploy;

/// <summary>What the README and the pages of <c>deploy/docs</c> tell people to type does what they say, on the story of Alrek.</summary>
public sealed partial class DocumentationTests(DocumentationTests.Server server) : IClassFixture<DocumentationTests.Server>
{
    private static readonly string Docs = Path.Combine(Repository.Root, "deploy", "docs");

    public static TheoryData<string> Pages => [.. Directory.GetFiles(Docs).Select(page => Path.GetFileName(page))];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Each_example_of_a_page_runs(string page)
    {
        var examples = Examples().Matches(await File.ReadAllTextAsync(Path.Combine(Docs, page)));
        examples.Should().NotBeEmpty();
        foreach (Match example in examples)
        {
            var text = example.Groups["text"].Value;
            if (example.Groups["language"].Value == "sql") (await server.RowsAsync(text)).Should().BePositive();
            else if (example.Groups["language"].Value == "sh") await server.RunAsync(text);
        }
    }

    [Fact]
    public async Task The_README_swaps_two_names_in_three_calls()
    {
        var calls = Examples().Matches(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "README.md"))).Single(example => example.Groups["text"].Value.StartsWith("api=", StringComparison.Ordinal));

        await server.RunAsync(calls.Groups["text"].Value.Replace("curl ", "curl -fsS ", StringComparison.Ordinal));

        (await NamesAsync("2022-06-14")).Should().Equal("Styringsgruppe", "Arbeidsgruppe");
        (await NamesAsync("2022-06-15")).Should().Equal("Partnermøte", "Styringsgruppe");
    }

    [Fact]
    public async Task Each_file_that_the_README_and_the_pages_link_to_is_there()
    {
        foreach (var file in Directory.GetFiles(Docs).Append(Path.Combine(Repository.Root, "README.md")))
            foreach (Match link in Links().Matches(await File.ReadAllTextAsync(file)))
                File.Exists(Path.Combine(Path.GetDirectoryName(file)!, link.Groups["file"].Value)).Should().BeTrue("{0} links to {1}", Path.GetFileName(file), link.Groups["file"].Value);
    }

    private async Task<string[]> NamesAsync(string day)
    {
        var top = (await server.Api.Client.SendAsync(new(HttpMethod.Get, $"/api/clusters/eksempel/structure?asOf={day}"))).Content;
        return [.. BodyNames().Matches(await top.ReadAsStringAsync()).Select(m => m.Groups["name"].Value)];
    }

    [GeneratedRegex("^```(?<language>sh|sql|csharp|html)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Examples();

    [GeneratedRegex(@"\]\((?<file>(?!https?:)[^)#]+)\)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Links();

    [GeneratedRegex("\"name\":\"(?<name>Styringsgruppe|Arbeidsgruppe|Partnermøte)\"", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex BodyNames();

    /// <summary>A server with the story of Alrek, as <c>deploy/run.sh</c> leaves it.</summary>
    public sealed class Server : IAsyncLifetime
    {
        private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

        public TestApi Api { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Api = await TestApi.StartAsync();
            await Demo.LoadAsync(Api);
        }

        public async Task DisposeAsync() => await Api.DisposeAsync();

        /// <summary>As typed at a shell; must end well.</summary>
        public async Task RunAsync(string commands)
        {
            var start = new ProcessStartInfo("bash", ["-euo", "pipefail", "-c", commands.Replace("http://localhost:5080", Api.Client.BaseAddress!.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal)])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["KEY"] = TestApi.AdminKey },
            };
            using var shell = Process.Start(start)!;
            using var late = new CancellationTokenSource(Patience);
            var (output, errors) = (shell.StandardOutput.ReadToEndAsync(late.Token), shell.StandardError.ReadToEndAsync(late.Token));
            await shell.WaitForExitAsync(late.Token);
            shell.ExitCode.Should().Be(0, "{0}: {1}{2}", commands, await errors, await output);
            (await output).Should().NotBeEmpty();
        }

        /// <summary>How many rows an SQL user gets, once the reporting tables have caught up.</summary>
        public async Task<int> RowsAsync(string sql)
        {
            var rows = 0;
            await Eventually.TrueAsync(async () =>
            {
                await using var command = Api.Database.CreateCommand(sql);
                await using var reader = await command.ExecuteReaderAsync();
                rows = 0;
                while (await reader.ReadAsync()) rows++;
                return rows > 0;
            });
            return rows;
        }
    }
}
