namespace Governance.Api.Reporting;

/// <summary>What a table says of one thing on a day.</summary>
/// <param name="Lapses">The first day on which it is no longer so, where time alone ends it.</param>
internal readonly record struct Snapshot(Columns Columns, DateOnly? Lapses = null);

/// <summary>What a table says of one thing from a day until another. One row is no other, whatever it says.</summary>
internal sealed class Row(Columns columns, DateOnly from, DateOnly? until, DateTimeOffset since)
{
    public Columns Columns => columns;

    public DateOnly From => from;

    /// <summary>The first day on which it is no longer so; null until further notice.</summary>
    public DateOnly? Until => until;

    /// <summary>When it became known.</summary>
    public DateTimeOffset Since => since;

    /// <summary>When time alone would end it, if nothing else does before.</summary>
    public DateOnly? Lapses { get; set; }
}

/// <summary>A row, and until when, exclusive, it was known to be so; without it, it is still.</summary>
internal sealed record KnownRow(Row Row, DateTimeOffset? Until);
