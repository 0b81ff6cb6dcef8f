using Governance.Api.Clusters;
using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Decisions;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Tests.Benchmarks;

/// <summary>A decision of one change, the n-th of its cluster: a seat takes another title. Two a day.</summary>
internal readonly record struct SmallDecision(int Number, Guid Body, Guid Seat)
{
    private static readonly DateOnly First = new(1900, 1, 1);

    /// <summary>The day on which the clusters are founded.</summary>
    public static PartialDate Founded => First;

    private DateOnly Day => First.AddDays(Number / 2);

    private string Title => $"Sak {Number}: plassen tar en ny tittel";

    private string SeatTitle => $"Medlem i form {Number}";

    /// <summary>As it is sent.</summary>
    public string Json => $$"""
        {"title": "{{Title}}", "decidedBy": "{{Body}}", "decidedOn": "{{Day:yyyy-MM-dd}}", "changes": [{"type": "change-seat", "seat": "{{Seat}}", "title": "{{SeatTitle}}"}]}
        """;

    /// <summary>As it stands in an import, where the seat goes by another word.</summary>
    public string Imported(string seat) => $$"""
        {"title":"{{Title}}","decidedByText":"Partnerne","decidedOn":"{{Day:yyyy-MM-dd}}","changes":[{"type":"change-seat","seat":"{{seat}}","title":"{{SeatTitle}}"}]}
        """;

    /// <summary>As it is written.</summary>
    public Verdict.Write Write(DecisionId id) => Write(id, new SeatChanged(new(Body), new(Seat), new(Title: SeatTitle)));

    /// <summary>A decision like it that brings other things about.</summary>
    public Verdict.Write Write(DecisionId id, params IReadOnlyList<FactEvent> changes)
    {
        var (day, plain) = (Day, changes.Count == 1);
        var head = new DecisionHead(null, Title, null, plain ? new BodyId(Body) : null, plain ? null : "Partnerne", day, null, null, [], [], Visibility.Public, null);
        return new(
            new DecisionRecorded(id, head, [], [.. changes.Select((_, i) => new ChangeRef($"change-{i + 1}", []))]),
            [.. changes.Select((change, i) => new Fact(id, 1, 0, i + 1, day, day, change))]);
    }
}
