using System.Runtime.CompilerServices;
using Governance.Domain.Bodies;
using Governance.Domain.Time;

namespace Governance.Domain.Findings;

/// <summary>When something that holds of a body began to hold, by walking back over the body's own versions.</summary>
internal static class Beginnings
{
    // Most steps from a version whose answer is remembered: what has lasted for thousands of versions is not walked through each time.
    private const int Stride = 4;

    // A version of a body is what all facts up to it made it, so the answer for its first day never changes.
    private static readonly ConditionalWeakTable<Body, Dictionary<(FindingCode, Subject), PartialDate>> Remembered = [];

    /// <summary>First day of the unbroken stretch, up to the given one, on which it <paramref name="holds"/>; the body's first day if it always did.</summary>
    /// <param name="alone">Whether it can be told from the body alone, without people or partners.</param>
    public static PartialDate Of(BodyOnDay at, FindingCode code, Subject subject, bool alone, Func<BodyOnDay, bool> holds)
    {
        Body? version = null;
        for (var steps = 0; ; steps++)
        {
            var turn = at.Turn;
            alone &= at.StandsAlone;
            if (alone && turn.First == at.Body.ChangedOn.First)
            {
                version ??= at.Body;
                if (Recall(at.Body, code, subject) is { } known) return Remember(known);
            }
            if (at.Before is not { } before || !holds(before)) return Remember(turn);
            at = before;

            PartialDate Remember(PartialDate since)
            {
                if (steps < Stride || !alone || version is null) return since;
                var answers = Remembered.GetOrCreateValue(version);
                lock (answers) answers[(code, subject)] = since;
                return since;
            }
        }
    }

    private static PartialDate? Recall(Body version, FindingCode code, Subject subject)
    {
        if (!Remembered.TryGetValue(version, out var answers)) return null;
        lock (answers) return answers.TryGetValue((code, subject), out var since) ? since : null;
    }
}
