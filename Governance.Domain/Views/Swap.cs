using Governance.Domain.Bodies;
using Governance.Domain.Values;

namespace Governance.Domain.Views;

/// <summary>Bodies between which names changed hands: each took the name of the one after it, and the last one's new name is the first one's old, or a new one.</summary>
/// <param name="Bodies">By their new names.</param>
/// <param name="Names">The names that another body took over.</param>
public sealed record Swap(IReadOnlyList<BodyLink> Bodies, IReadOnlyList<Name> Names, string Sentence)
{
    /// <summary>The names that changed hands on a day, as far as it may be seen.</summary>
    public static IReadOnlyList<Swap> On(Viewpoint view, DateOnly day) => ReportLine.Swaps(view, Timeline.Steps(view, new(day, day)));

    /// <summary>The swaps among renamings of the same time.</summary>
    /// <param name="isToCome">Whether they are told before they are.</param>
    internal static IReadOnlyList<Swap> Among(Viewpoint view, IReadOnlyList<BodyChange<NamePair>> renamed, bool isToCome = false)
    {
        // Siblings alone may not share a name, so several bodies may have borne one: the first of them gives it away.
        var giver = renamed.Where(r => !r.Before.Name.Equals(r.After.Name)).GroupBy(r => r.Before.Name).ToDictionary(g => g.Key, g => g.First());
        var takers = giver.Values.ToLookup(r => r.After.Name);
        var told = new HashSet<BodyId>();
        return [.. giver.Values.OrderBy(r => takers[r.Before.Name].Any() ? 1 : 0).Select(r => Chain(r, giver, told)).Where(c => c.Count > 1).Select(c => Of(view, c, isToCome))];
    }

    private static List<BodyChange<NamePair>> Chain(BodyChange<NamePair> first, Dictionary<Name, BodyChange<NamePair>> giver, HashSet<BodyId> told)
    {
        var chain = new List<BodyChange<NamePair>>();
        for (BodyChange<NamePair>? next = first; next is not null && told.Add(next.Body.Id); next = giver.GetValueOrDefault(next.After.Name)) chain.Add(next);
        return chain;
    }

    private static Swap Of(Viewpoint view, List<BodyChange<NamePair>> chain, bool isToCome)
    {
        var closed = chain[^1].After.Name.Equals(chain[0].Before.Name);
        var passed = (closed ? chain : chain.Take(chain.Count - 1)).Select(r => r.After.Name).ToList();
        var olds = Wording.List([.. chain.Select(r => Old(view, r))], view.Language);
        var (takes, swap, bears) = isToCome
            ? (view.Say("overtar", "will take over"), view.Say("bytter navn", "will swap names"), view.Say("heter da", "will be"))
            : (view.Say("overtok", "took over"), view.Say("byttet navn", "swapped names"), view.Say("heter nå", "is now"));
        var handed = chain.Zip(chain.Skip(1)).Select(p => view.Say($"{Old(view, p.First)} {takes} navnet {Old(view, p.Second)}", $"{Old(view, p.First)} {takes} the name {Old(view, p.Second)}"));
        var last = view.Say($", og organet som het det, {bears} {New(view, chain[^1])}", $", and the body that bore it {bears} {New(view, chain[^1])}");
        return new([.. chain.Select(r => r.Body)], passed, closed ? $"{olds} {swap}." : $"{string.Join(", ", handed)}{last}.");
    }

    private static string Old(Viewpoint view, BodyChange<NamePair> renamed) => view.NameOf(renamed.Before.Name, renamed.Before.NameEn);

    private static string New(Viewpoint view, BodyChange<NamePair> renamed) => view.NameOf(renamed.After.Name, renamed.After.NameEn);
}
