using Governance.Api.Clusters;
using Governance.Api.Features.Import;
using Governance.Api.Http.Binding;
using Governance.Domain.Clusters;
using Governance.Domain.People;
using Governance.Domain.Values;
using Governance.Domain.Views;
using Governance.Tests.Support;

namespace Governance.Tests.Domain;

/// <summary>The story of Alrek helseklynge that the product comes with, as views see it.</summary>
internal static class Demo
{
    private static readonly Lazy<(ClusterHistory History, Persons Persons)> Story = new(Tell);

    /// <summary>The days on which something changed, with the day before each and one long after.</summary>
    public static IReadOnlyList<DateOnly> Days =>
        [.. Story.Value.History.Chronicle.Days.SelectMany(d => new[] { d.Date.AddDays(-1), d.Date }).Append(new(2030, 1, 1)).Distinct().Order()];

    public static Viewpoint At(DateOnly day, Audience audience = Audience.Public, Language language = Language.Nb) =>
        new(Story.Value.History, day, Story.Value.Persons, audience, language);

    private static (ClusterHistory, Persons) Tell()
    {
        var document = File.ReadAllBytes(Path.Combine(Repository.Root, "Governance.Api", "Cli", "Demo", "alrek.json"));
        ClusterSlug.TryParse("alrek", out var slug).Should().BeTrue();
        var import = new ImportHistory(slug, Requests.Read<ImportRequest>(document, new RequestReader())!, [1], new Calendar(TimeProvider.System));
        var first = (Verdict.Write)import.Judge(ClusterHistory.Empty("alrek")).Verdict;
        List<Verdict.Write> writes = [first, .. first.More];
        var acts = writes.Select((w, i) => new RecordedAct(i + 1, new DateTimeOffset(2026, 11, 21, 8, 0, 0, TimeSpan.Zero).AddMinutes(i), "demo", w.Act, w.Facts));
        return (ClusterHistory.Empty("alrek").With([.. acts]), Persons.None.With(writes.SelectMany(w => w.People).Select(PersonCards.Of)));
    }
}
