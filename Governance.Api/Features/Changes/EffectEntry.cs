using Governance.Domain.Time;
using Governance.Domain.Views;

namespace Governance.Api.Features.Changes;

/// <summary>Something recorded beforehand, on the day it took effect. It is derived: no registration is made of it, and it has no position of its own.</summary>
/// <param name="Id">The same whenever and wherever it is told.</param>
/// <param name="Type"><c>took-effect</c>.</param>
/// <param name="Date">The first day on which it holds.</param>
/// <param name="Change">The word of what happened: <c>body-renamed</c>.</param>
/// <param name="Decision">The decision behind it; absent where it is internal.</param>
/// <param name="Position">Position of the registration that brought it.</param>
/// <param name="Index">Place of the change in the decision, from 1.</param>
public sealed record EffectEntry(
    string Id, string Type, PartialDate Date, string Sentence, string Change, BodyLink? Body, PartnerLink? Partner, string? Before, string? After, DecisionLink? Decision, long Position, int Index)
{
    /// <summary>The word of all such entries.</summary>
    public const string Word = "took-effect";

    internal static EffectEntry Of(EffectInForce effect)
    {
        var e = effect.Entry;
        return new(effect.Key, Word, e.Date, e.Sentence, e.Type, e.Body, e.Partner, e.Before, e.After, e.Decision, effect.Recorded, e.Index);
    }
}
