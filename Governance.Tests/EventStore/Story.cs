using System.Security.Cryptography;
using Governance.Api.EventStore;
using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Decisions;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Tests.EventStore;

/// <summary>Acts of a made-up cluster, each built on the one before as if that had been recorded.</summary>
public sealed class Story(string cluster)
{
    private readonly Dictionary<Guid, long> versions = [];

    public string Cluster => cluster;

    public long Position { get; private set; }

    public Guid Body { get; } = NewId();

    public static Guid NewId() => new(RandomNumberGenerator.GetBytes(16));

    /// <summary>The founding, alone on the register.</summary>
    public Act Found() => Next(new ClusterFounded(Name.Of("Alrek"), null, PartialDate.Parse("2016"), "Europe/Oslo", null, null));

    /// <summary>A decision that names the story's body: one event on the body, one on the register.</summary>
    public Act Decide(string name) => Decide(name, Body);

    /// <summary>A decision that names these bodies.</summary>
    public Act Decide(string name, params IReadOnlyList<Guid> bodies)
    {
        var decision = NewId();
        var facts = bodies.Select(body => new NewEvent(body, typeof(Body), NextVersion(body), NewId(), new BodyRenamed(new BodyId(body), Name.Of(name), null))
        {
            Decision = decision,
            Revision = 1,
            EffectiveFrom = "2022-06",
            DecidedOn = "2022-06-15",
        });
        return Next(Recorded(decision, name), [.. facts]);
    }

    /// <summary>Any act.</summary>
    public Act Next(RegisterEvent register, params IReadOnlyList<NewEvent> facts)
    {
        var act = At(Position, register, facts);
        Position++;
        return act;
    }

    /// <summary>An act as another would make it who saw this position.</summary>
    public Act At(long position, RegisterEvent register, params IReadOnlyList<NewEvent> facts) =>
        new(cluster, position, "key-1", [.. facts, NewEvent.OnRegister(cluster, position + 1, NewId(), register)]) { Correlation = "trace-1" };

    /// <summary>The act of a decision, with no change in it.</summary>
    public static DecisionRecorded Recorded(Guid decision, string title) => new(
        new DecisionId(decision),
        new DecisionHead(null, title, null, null, "Stiftelsesmøtet", PartialDate.Parse("2022-06-15"), null, null, [], [], Visibility.Public, null),
        [], []);

    public long NextVersion(Guid stream) => versions[stream] = versions.GetValueOrDefault(stream) + 1;
}
