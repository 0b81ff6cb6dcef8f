using System.Diagnostics;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Decisions;

namespace Governance.Domain.Bodies;

/// <summary>What may happen to a body, and what comes of it.</summary>
public static class BodyRules
{
    /// <summary>Why the fact cannot be, given what went before; null if it can.</summary>
    public static Violation? Check(Cluster cluster, Fact fact, BodyEvent change) => change switch
    {
        BodyEstablished => null,
        BodyReestablished when cluster.LivingBody(change.Body) is { } living => NotInExistence(cluster, fact, change) with { Candidates = [new(living.Id.Value, living.Name.Text)] },
        BodyReestablished => cluster.Bodies.ContainsKey(change.Body) ? null : NotInExistence(cluster, fact, change),
        _ => cluster.LivingBody(change.Body) is not null ? null : NotInExistence(cluster, fact, change),
    };

    /// <summary>The cluster after the fact.</summary>
    public static Cluster Apply(Cluster cluster, Fact fact, BodyLifeEvent change) => change switch
    {
        BodyEstablished e => Established(cluster, fact, e),
        BodyRenamed e => Change(cluster, fact, e.Body, b => b with { Names = b.Names.Then(e.Name, e.NameEn, fact.From) }),
        BodyReclassified e => Change(cluster, fact, e.Body, b => b with { Kind = e.Kind ?? b.Kind, Visibility = e.Visibility ?? b.Visibility }),
        BodyMoved e => Change(cluster, fact, e.Body, b => b with { Parent = e.Parent.Or(b.Parent), AdvisoryTo = e.AdvisoryTo.Or(b.AdvisoryTo) ?? [] }),
        BodyDissolved e => Change(cluster, fact, e.Body, b => Dissolved(b, fact, e)) with { Successions = cluster.Successions.Dissolved(e.Body, e.SucceededBy, fact.From) },
        BodyReestablished e => Change(cluster, fact, e.Body, b => Reestablished(b, fact, e)) with { Successions = cluster.Successions.Reestablished(e.Body) },
        _ => throw new UnreachableException($"{change.GetType().Name} is not about a body's own life."),
    };

    /// <summary>The cluster with one of its bodies changed by the fact.</summary>
    public static Cluster Change(Cluster cluster, Fact fact, BodyId id, Func<Body, Body> change) =>
        cluster.Bodies.TryGetValue(id, out var body)
            ? cluster.With(Touched(change(body), fact))
            : throw new UnreachableException($"Body {id} is changed before it exists.");

    private static Body Touched(Body body, Fact fact) => body with { ChangedOn = fact.From, ChangedBy = fact.Decision };

    private static Violation NotInExistence(Cluster cluster, Fact fact, BodyEvent change) =>
        new(ViolationCode.NotInExistence) { Body = change.Body, Member = "body", Date = fact.From, About = cluster.Bodies.GetValueOrDefault(change.Body)?.Name.Text, ValidThrough = cluster.Bodies.GetValueOrDefault(change.Body)?.Dissolved?.Previous };

    private static Cluster Established(Cluster cluster, Fact fact, BodyEstablished e)
    {
        var body = new Body(e.Body, e.Kind, Names.From(e.Name, e.NameEn, fact.From), e.Visibility, fact.From)
        {
            Parent = e.Parent,
            AdvisoryTo = e.AdvisoryTo,
            WithoutMandateSince = fact.From,
        };
        return cluster.With(Touched(body, fact)) with { Successions = cluster.Successions.Established(e.Body, e.Succeeds, fact.From) };
    }

    private static Body Dissolved(Body body, Fact fact, BodyDissolved e) => new Seating(body, fact.From).Empty().Body with
    {
        Dissolved = fact.From,
        DissolvedReason = e.Reason,
        Names = body.Names.Ended(fact.From),
        Mandate = null,
        WithoutMandateSince = fact.From,
        Services = body.Services.Clear(),
    };

    private static Body Reestablished(Body body, Fact fact, BodyReestablished e) => body with
    {
        Dissolved = null,
        DissolvedReason = null,
        WithoutMandateSince = fact.From,
        Kind = e.Kind ?? body.Kind,
        Names = e.Name is null ? body.Names.Then(body.Name, body.Names.Current.NameEn, fact.From) : body.Names.Then(e.Name, e.NameEn, fact.From),
    };
}
