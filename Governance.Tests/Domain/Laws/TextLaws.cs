using System.Buffers;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Governance.Api.EventStore;
using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Decisions;
using Governance.Domain.Time;
using Governance.Domain.Values;
using Governance.Tests.Support;

namespace Governance.Tests.Domain.Laws;

public sealed class TextLaws
{
    private static readonly EventTypes Types = LogHost.Types;
    private static readonly Arbitrary<string> Texts = ArbMap.Default.ArbFor<string>().Filter(s => s is not null);

    [Fact]
    public void A_history_read_back_from_the_log_is_the_same() => Law.Holds(60, chance =>
    {
        var history = AnyStory.OfAll(chance).History;
        var stored = history.Acts.Select(act => act with { Event = ReadBack(act.Event), Facts = [.. act.Facts.Select(f => f with { Event = ReadBack(f.Event) })] }).ToList();

        var read = ClusterHistory.Empty(history.Id).With(stored);

        foreach (var day in history.Chronicle.Days) Snapshot.Of(read.AsOf(day.Date)).Should().Be(Snapshot.Of(day.After));
        read.CaseNumbers.Should().Equal(history.CaseNumbers);
        read.Persons.Should().Equal(history.Persons);
    });

    [Fact]
    public void Any_text_that_can_be_stored_reads_back_as_it_was() => Law.Holds(500, Texts, text =>
    {
        if (!Storable(text)) return;
        var act = new DecisionAnnulled(new DecisionId(Guid.Empty), text, null);
        ReadBack(act).Should().Be(act);
    });

    [Fact]
    public void Any_name_reads_back_as_it_was_and_is_clean_already() => Law.Holds(500, Texts, text =>
    {
        if (!Name.TryParse(text, out var name)) return;
        ReadBack(new BodyRenamed(new BodyId(Guid.Empty), name, name)).Name.Text.Should().Be(name.Text);
        Name.Of(name.Text).Text.Should().Be(name.Text);
        Name.Of($" {name.Text.ToLowerInvariant().Normalize(NormalizationForm.FormD)}\n").Should().Be(Name.Of(name.Text.ToLowerInvariant()));
    });

    [Fact]
    public void Any_date_at_any_precision_reads_back_as_it_was() => Law.Holds(500, Arb.From(Gen.Choose(0, 730_000)), n =>
    {
        var date = PartialDate.Of(new DateOnly(1000, 1, 1).AddDays(n), (Precision)(n % 3));
        PartialDate.Parse(date.ToString()).Should().Be(date);
        date.Next.Previous.Should().Be(date);
        (date.Last.AddDays(1), date.First.AddDays(-1)).Should().Be((date.Next.First, date.Previous.Last));
    });

    private static bool Storable(string text)
    {
        try { CanonicalJson.Refuse(text); return true; }
        catch (FormatException) { return false; }
    }

    private static T ReadBack<T>(T data) where T : ClusterEvent => (T)Types.Read(Types.AliasOf(data.GetType()), EventTypes.ToCanonical(data, new ArrayBufferWriter<byte>()));
}
