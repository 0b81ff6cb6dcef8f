using Governance.Api.Http;
using Governance.Api.Http.Answers;
using Governance.Api.Http.Problems;

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
    public async Task Many_at_once_never_hold_more_than_the_bound()
    {
        await Parallel.ForAsync(0, 2000, async (n, ct) => await cache.GetAsync(Key($"{n % 50}"), _ => Of(n % 900), ct));

        cache.Bytes.Should().BeInRange(1, 4096);
    }

    [Fact]
    public async Task Of_many_who_ask_at_once_one_renders_and_no_thread_waits_for_it()
    {
        var (renders, answer) = (0, new TaskCompletionSource<Made>());
        // On one thread, this one: whoever blocked it would block the test.
        var asked = Enumerable.Range(0, 200).Select(_ => cache.GetAsync(Key("slow"), _ =>
        {
            renders++;
            return new(answer.Task);
        }, default).AsTask()).ToList();
        asked.Should().OnlyContain(a => !a.IsCompleted);
        answer.SetResult(await Of(10));

        (await Task.WhenAll(asked)).Distinct().Should().ContainSingle();
        renders.Should().Be(1);
    }

    [Fact]
    public async Task What_nobody_waits_for_any_more_is_broken_off_and_made_anew_when_asked_for()
    {
        using var first = new CancellationTokenSource();
        using var second = new CancellationTokenSource();
        var stopped = new TaskCompletionSource();
        ValueTask<Made> Endless(CancellationToken stop)
        {
            stop.Register(stopped.SetResult);
            return new(new TaskCompletionSource<Made>().Task.WaitAsync(stop));
        }
        Task[] asked = [cache.GetAsync(Key("slow"), Endless, first.Token).AsTask(), cache.GetAsync(Key("slow"), Endless, second.Token).AsTask()];

        await first.CancelAsync();
        stopped.Task.IsCompleted.Should().BeFalse("somebody still waits");
        await second.CancelAsync();

        await stopped.Task.WaitAsync(TimeSpan.FromSeconds(10));
        foreach (var one in asked) await one.Awaiting(a => a).Should().ThrowAsync<OperationCanceledException>();
        Ask("slow", 10).Plain.Bytes.Length.Should().Be(10);
    }

    [Fact]
    public async Task Of_what_is_not_there_or_is_refused_nothing_is_kept()
    {
        (await cache.GetAsync(Key("a"), _ => default, default)).Answer.Should().BeNull();
        (await cache.GetAsync(Key("a"), _ => new(new Made(null, Problem.TooManyReads)), default)).Refusal.Should().Be(Problem.TooManyReads);

        Ask("a", 10).Plain.Bytes.Length.Should().Be(10);
    }

    [Fact]
    public async Task An_answer_that_failed_is_rendered_anew()
    {
        var failing = async () => await cache.GetAsync(Key("a"), static _ => throw new InvalidOperationException(), default);
        await failing.Should().ThrowAsync<InvalidOperationException>();

        Ask("a", 10).Plain.Bytes.Length.Should().Be(10);
    }

    [Fact]
    public void Version_question_and_form_all_count()
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

    private static ValueTask<Made> Of(int size) => new(new Made(Rendered.Of(new byte[size], "json")));

    /// <summary>Where nobody else asks it is answered at once.</summary>
    private Rendered Ask(string path, int size)
    {
        var asked = cache.GetAsync(Key(path), _ =>
        {
            rendered.Add(path);
            return Of(size);
        }, default).AsTask();
        asked.IsCompletedSuccessfully.Should().BeTrue();
        return asked.Result.Answer!;
    }
}
