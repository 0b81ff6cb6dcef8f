using Governance.Domain.Clusters;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Domain.Views;

/// <summary>Which bodies bore a name, in either language and without regard to case, and when; where none did, those whose name is spelled like it.</summary>
public sealed record NameHistory(string Name, IReadOnlyList<BorneName> Entries)
{
    /// <summary>Everyone who bore it over all of time, or on one day alone. The bodies stand by the name they have on the viewpoint's day.</summary>
    public static NameHistory Of(Viewpoint view, string text, DateOnly? onDay)
    {
        var name = Values.Name.Of(text);
        if (view.Last is not { } last) return new(name.Text, []);
        List<BorneName> borne = [.. Borne(names => names.Bears(name))];
        return new(name.Text, borne.Count > 0 ? borne : [.. Borne(names => Spelling.Same(names.Name.Text, name.Text) || names.NameEn is { } english && Spelling.Same(english.Text, name.Text))]);

        IEnumerable<BorneName> Borne(Func<NamePeriod, bool> asked) =>
            from body in last.Bodies.Values
            where view.Sees(last, body)
            let now = view.State?.Bodies.GetValueOrDefault(body.Id) ?? body
            from names in body.Names.All
            where asked(names) && (onDay is not { } day || names.Period.Contains(day))
            orderby names.Period.From.First, body.Id.Value
            select new BorneName(view.Link(now), names.Name, names.NameEn, names.Period.From, names.Period.Through);
    }
}

/// <summary>A body, and a name it bore for a while. <c>ValidThrough</c> is inclusive.</summary>
public sealed record BorneName(BodyLink Body, Name Name, Name? NameEn, PartialDate ValidFrom, PartialDate? ValidThrough);
