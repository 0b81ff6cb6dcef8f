using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Domain.Findings;

/// <summary>A rule that a body meets or not on a day.</summary>
internal abstract class BodyRule(FindingCode code)
{
    public FindingCode Code => code;

    /// <summary>Whether it asks nothing of people and partners.</summary>
    protected virtual bool Alone => true;

    /// <summary>What in a living body does not meet it.</summary>
    public abstract IEnumerable<Subject> Broken(BodyOnDay at);

    /// <summary>What is told of it.</summary>
    public abstract Phrase Tell(BodyOnDay at, Subject subject);

    /// <summary>Adds the findings by this rule on a living body.</summary>
    public void Judge(BodyOnDay at, List<Finding> found)
    {
        foreach (var subject in Broken(at)) found.Add(new(code, subject, Since(at, subject), Tell(at, subject)));
    }

    /// <summary>First day of the unbroken stretch on which it was so.</summary>
    protected virtual PartialDate Since(BodyOnDay at, Subject subject) =>
        Beginnings.Of(at, code, subject, Alone, then => then.Body.IsLiving && Broken(then).Contains(subject));

    /// <summary>The body itself as the subject.</summary>
    protected static IEnumerable<Subject> Whole(BodyOnDay at, bool broken) => broken ? [new() { Body = at.Body.Id }] : [];
}
