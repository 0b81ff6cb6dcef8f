namespace Governance.Domain.Values;

/// <summary>Kinds of change that are found together.</summary>
public enum ChangeArea
{
    /// <summary>Members and seats.</summary>
    Seats,

    /// <summary>Bodies.</summary>
    Bodies,

    /// <summary>Mandates.</summary>
    Mandates,

    /// <summary>Partners and the cluster itself.</summary>
    Cluster,
}

/// <summary>What a kind of change is called where it is picked, and where it stands among those of its area.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ChangeLabelAttribute(ChangeArea area, int order, string nb, string en) : Attribute
{
    /// <summary>The kinds it stands among.</summary>
    public ChangeArea Area { get; } = area;

    /// <summary>Its place among them, the lowest first.</summary>
    public int Order { get; } = order;

    /// <summary>What it is called.</summary>
    public Phrase Label { get; } = new(nb, en);
}

/// <summary>What a member is called in a form, where it is not called as in all other kinds of change.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class MemberLabelAttribute(string member, string nb, string en, string? hintNb = null, string? hintEn = null) : Attribute
{
    /// <summary>The member, by its word in JSON.</summary>
    public string Member { get; } = member;

    /// <summary>What it is called.</summary>
    public Phrase Label { get; } = new(nb, en);

    /// <summary>What helps to fill it in.</summary>
    public Phrase? Hint { get; } = hintNb is null || hintEn is null ? null : new(hintNb, hintEn);
}

/// <summary>Members that are seldom given in this kind of change, by their words in JSON.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RareAttribute(params string[] members) : Attribute
{
    /// <summary>The members.</summary>
    public IReadOnlyList<string> Members { get; } = members;
}
