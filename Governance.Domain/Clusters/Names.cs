using System.Collections.Immutable;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Domain.Clusters;

/// <summary>Every name something has borne, oldest first; the last is in force, or was when it ended. A name that lasted no day is not among them.</summary>
public sealed class Names
{
    private readonly ImmutableList<NamePeriod> periods;
    private IReadOnlyList<Name>? former;

    private Names(ImmutableList<NamePeriod> periods) => this.periods = periods;

    /// <summary>The names in force, or the last ones.</summary>
    public NamePeriod Current => periods[^1];

    /// <summary>All of them, oldest first.</summary>
    public IReadOnlyList<NamePeriod> All => periods;

    /// <summary>Names borne before and not now, each once, the most recent first; English ones apart.</summary>
    public IReadOnlyList<Name> Former => former ??= [.. periods.Reverse().Select(n => n.Name).Where(name => !name.Equals(Current.Name)).Distinct()];

    /// <summary>The names something begins with.</summary>
    public static Names From(Name name, Name? nameEn, PartialDate from) => new([new(name, nameEn, new(from, null))]);

    /// <summary>Other names from a day on.</summary>
    public Names Then(Name name, Name? nameEn, PartialDate from)
    {
        var before = Until(from).periods;
        if (before.Count > 0 && before[^1] is var last && last.Name.Text == name.Text && last.NameEn?.Text == nameEn?.Text && last.Period.Until?.First == from.First)
            return new(before.SetItem(before.Count - 1, last with { Period = last.Period with { Until = null } }));
        return new(before.Add(new(name, nameEn, new(from, null))));
    }

    /// <summary>No name from a day on, until another one is taken.</summary>
    public Names Ended(PartialDate from) => periods.Count == 1 || Current.Period.From.First < from.First ? new(CloseLast(from)) : Until(from);

    private Names Until(PartialDate from) =>
        Current.Period.From.First >= from.First ? new(periods.RemoveAt(periods.Count - 1)) : Current.Period.Until is null ? new(CloseLast(from)) : this;

    private ImmutableList<NamePeriod> CloseLast(PartialDate from) =>
        periods.SetItem(periods.Count - 1, Current with { Period = Current.Period with { Until = from } });
}
