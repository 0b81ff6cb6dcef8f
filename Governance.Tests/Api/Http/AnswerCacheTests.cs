using Governance.Api.Http;
using Governance.Api.Http.Answers;
using Governance.Tests.Support;

namespace Governance.Tests.Api.Http;

public sealed class AnswerCacheTests
{
    private readonly AnswerCache cache = new(maxBytes: 4096);
    private readonly List<string> rendered = [];

    [Fact]
    public void The_answer_not_asked_for_longest_goes_first()
    {
        Ask("a", 1000);
        Ask("b", 1000);
        Ask("a", 1000);
        Ask("c", 1000);
        Ask("a", 1000);
        Ask("b", 1000);

        rendered.Should().Equal("a", "b", "c", "b");
        cache.Bytes.Should().BeLessThanOrEqualTo(4096);
    }

    [Fact]
    public void An_answer_too_large_to_keep_is_given_all_the_same()
    {
        Ask("a", 1000);
        Ask("large", 5000).Plain.Bytes.Length.Should().Be(5000);
        Ask("a", 1000);

        rendered.Should().Equal("a", "large");
    }

    [Fact]
    public void Many_at_once_never_hold_more_than_the_bound()
    {
        Parallel.For(0, 2000, n => cache.Get(Key($"{n % 50}"), n, static n => new byte[n % 900]));

        cache.Bytes.Should().BeInRange(1, 4096);
    }

    [Fact]
    public async Task Of_many_who_ask_at_once_one_renders()
    {
        var (renders, waiting) = (0, new TaskCompletionSource());
        var asked = Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(
            () => cache.Get(Key("slow"), 0, _ =>
            {
                Interlocked.Increment(ref renders);
                waiting.Task.Wait();
                return new byte[10];
            }),
            TaskCreationOptions.LongRunning)).ToList();
        await Eventually.TrueAsync(() => Task.FromResult(Volatile.Read(ref renders) > 0));
        waiting.SetResult();

        (await Task.WhenAll(asked)).Distinct().Should().ContainSingle();
        renders.Should().Be(1);
    }

    [Fact]
    public void An_answer_that_failed_is_rendered_anew()
    {
        var failing = () => cache.Get(Key("a"), 0, static byte[] (_) => throw new InvalidOperationException());
        failing.Should().Throw<InvalidOperationException>();

        Ask("a", 10).Plain.Bytes.Length.Should().Be(10);
    }

    [Fact]
    public void Scene_question_and_form_all_count()
    {
        var version = new AnswerVersion("alrek", 1, new DateOnly(2026, 1, 1), "public");
        AnswerKey Of(AnswerVersion s, object? question = null, string type = "json") => new(s, "/committees", question, type);

        new[]
        {
            Of(version), Of(version with { Cluster = "x" }), Of(version with { Position = 2 }), Of(version with { Today = new(2026, 1, 2) }), Of(version with { Audience = "reader" }),
            Of(version, new ReadAt()), Of(version, new ReadAt(new(2022, 1, 1))), Of(version, type: "html"),
        }.Should().OnlyHaveUniqueItems();
        Of(version, new ReadAt(new(2022, 1, 1))).Should().Be(Of(version, new ReadAt(new(2022, 1, 1))));
    }

    private static AnswerKey Key(string path) => new(new AnswerVersion("alrek", 1, default, "public"), path, null, "json");

    private Rendered Ask(string path, int size) => cache.Get(Key(path), size, n =>
    {
        rendered.Add(path);
        return new byte[n];
    });
}
