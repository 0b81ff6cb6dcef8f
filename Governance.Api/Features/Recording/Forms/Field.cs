using Governance.Domain.Values;

namespace Governance.Api.Features.Recording.Forms;

/// <summary>What a field is called, and what helps to fill it in.</summary>
public sealed record Caption(Phrase Label, Phrase? Hint = null);

/// <summary>A field of a form, for one member of a decision or a change.</summary>
/// <param name="IsRare">Whether it is seldom needed, and stands folded until it says something.</param>
public sealed record Field(string Word, Caption Caption, Control Control, bool IsRequired, bool IsRare)
{
    /// <summary>Whether what is there may be taken away, which is something else than saying nothing.</summary>
    public bool CanClear { get; init; }

    /// <summary>Whether it is to be taken away.</summary>
    public bool IsCleared { get; init; }

    /// <summary>Whether nothing is said there.</summary>
    public bool IsEmpty => !IsCleared && Control.IsEmpty;
}

/// <summary>How a value is asked for. <c>Path</c> is its place in the decision, and what its field is called.</summary>
public abstract record Control(string Path)
{
    /// <summary>Whether nothing stands in it.</summary>
    public abstract bool IsEmpty { get; }

    /// <summary>The place as an element's id.</summary>
    public string Id => IdOf(Path);

    /// <summary>A place as an element's id: <c>changes[0].body</c> as <c>f-changes-0-body</c>.</summary>
    public static string IdOf(string path) => "f-" + string.Join('-', path.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>One line of text.</summary>
/// <param name="List">The names it may be chosen from, where there are such.</param>
public sealed record Line(string Path, string Text, string? List = null) : Control(Path)
{
    /// <summary>Whether it is a date or a number, and short.</summary>
    public bool IsShort { get; init; }

    /// <summary>What the text stood for when it was shown, and the text, so that it goes on standing for the same until somebody changes it.</summary>
    public string? Memory { get; init; }

    public override bool IsEmpty => Text.Length == 0;
}

/// <summary>Several lines of text.</summary>
public sealed record Area(string Path, string Text) : Control(Path)
{
    public override bool IsEmpty => Text.Length == 0;
}

/// <summary>One of some words.</summary>
public sealed record Choice(string Path, string Chosen, IReadOnlyList<Option> Options) : Control(Path)
{
    public override bool IsEmpty => Chosen.Length == 0;
}

/// <summary>Any of some words.</summary>
public sealed record Ticks(string Path, IReadOnlyList<string> Ticked, IReadOnlyList<Option> Options) : Control(Path)
{
    public override bool IsEmpty => Ticked.Count == 0;
}

/// <summary>A word that may be chosen, and how it reads.</summary>
public sealed record Option(string Word, Phrase Label);

/// <summary>Something that is carried along unseen.</summary>
public sealed record Hidden(string Path, string Text) : Control(Path)
{
    public override bool IsEmpty => true;
}

/// <summary>A person: somebody known by name, or the name of a new one with what tells them apart.</summary>
public sealed record Who(string Path, Line Name, Line Title, Line Organisation, Hidden Ref) : Control(Path)
{
    public override bool IsEmpty => Name.IsEmpty && Title.IsEmpty && Organisation.IsEmpty;
}

/// <summary>Fields that belong together.</summary>
public sealed record Group(string Path, IReadOnlyList<Field> Fields) : Control(Path)
{
    public override bool IsEmpty => Fields.All(f => f.IsEmpty);
}

/// <summary>A list of short texts, with room for one more.</summary>
public sealed record LineList(string Path, IReadOnlyList<Line> Lines) : Control(Path)
{
    public override bool IsEmpty => Lines.All(l => l.IsEmpty);
}

/// <summary>A list whose items have fields of their own.</summary>
/// <param name="CanReorder">Whether rows are added, moved and removed by buttons; else there is room for one more.</param>
public sealed record Rows(string Path, IReadOnlyList<Group> Items, bool CanReorder) : Control(Path)
{
    public override bool IsEmpty => Items.All(i => i.IsEmpty);
}
