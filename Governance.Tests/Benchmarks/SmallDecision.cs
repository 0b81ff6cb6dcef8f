using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Decisions;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Tests.Benchmarks;

/// <summary>A decision of one change, the n-th of its cluster: a body takes another name. Two a day.</summary>
internal readonly record struct SmallDecision(int Number, Guid Body)
{
    private static readonly DateOnly First = new(1900, 1, 1);

    /// <summary>The day on which the clusters are founded.</summary>
    public static PartialDate Founded => First;

    private DateOnly Day => First.AddDays(Number / 2);

    private string Title => $"Sak {Number}: utvalget tar et nytt navn";

    private string BodyName => $"Utvalg i form {Number}";

    /// <summary>As it is sent.</summary>
    public string Json => $$"""
        {"title": "{{Title}}", "decidedBy": "{{Body}}", "decidedOn": "{{Day:yyyy-MM-dd}}", "changes": [{"type": "rename-body", "body": "{{Body}}", "name": "{{BodyName}}"}]}
        """;

    /// <summary>As it stands in an import, where the body goes by another word.</summary>
    public string Imported(string body) => $$"""
        {"title":"{{Title}}","decidedByText":"Partnerne","decidedOn":"{{Day:yyyy-MM-dd}}","changes":[{"type":"rename-body","body":"{{body}}","name":"{{BodyName}}"}]}
        """;

    /// <summary>As it is written.</summary>
    public Governance.Api.Clusters.Verdict.Write Write(DecisionId id)
    {
        var head = new DecisionHead(null, Title, null, new BodyId(Body), null, Day, null, null, [], [], Visibility.Public, null);
        return new(
            new DecisionRecorded(id, head, [], [new ChangeRef("change-1", [])]),
            [new Fact(id, 1, 0, 1, Day, Day, new BodyRenamed(new BodyId(Body), Name.Of(BodyName), null))]);
    }
}
