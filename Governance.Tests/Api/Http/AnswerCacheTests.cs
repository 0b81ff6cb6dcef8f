using Governance.Api.Http;
using Governance.Api.Http.Answers;

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
        Ask("large", 5000).Bytes.Length.Should().Be(5000);
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
    public void Scene_question_and_form_all_count()
    {
        var scene = new Scene("alrek", 1, new DateOnly(2026, 1, 1), "public");
        AnswerKey Of(Scene s, object? question = null, string type = "json") => new(s, "/committees", question, type);

        new[]
        {
            Of(scene), Of(scene with { Cluster = "x" }), Of(scene with { Position = 2 }), Of(scene with { Today = new(2026, 1, 2) }), Of(scene with { Audience = "reader" }),
            Of(scene, new ReadAt()), Of(scene, new ReadAt(new(2022, 1, 1))), Of(scene, type: "html"),
        }.Should().OnlyHaveUniqueItems();
        Of(scene, new ReadAt(new(2022, 1, 1))).Should().Be(Of(scene, new ReadAt(new(2022, 1, 1))));
    }

    private static AnswerKey Key(string path) => new(new Scene("alrek", 1, default, "public"), path, null, "json");

    private Rendered Ask(string path, int size) => cache.Get(Key(path), size, n =>
    {
        rendered.Add(path);
        return new byte[n];
    });
}
