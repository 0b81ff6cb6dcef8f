namespace Governance.Domain.Time;

/// <summary>A half-open stretch of civil dates: from, inclusive, until, exclusive; without until it goes on.</summary>
public readonly record struct DateRange(PartialDate From, PartialDate? Until)
{
    /// <summary>The last day in it, inclusive, as precisely as the end is known; null while it goes on.</summary>
    public PartialDate? Through => Until?.Previous;

    /// <summary>Whether it holds on <paramref name="day"/>.</summary>
    public bool Contains(DateOnly day) => From.First <= day && (Until is not { } until || day < until.First);
}
