using System.Globalization;
using System.Text;

namespace Governance.Api.Features.Exports.Linked;

/// <summary>Writes a graph as Turtle.</summary>
internal static class Turtle
{
    public static byte[] Of(Graph graph)
    {
        var text = new StringBuilder();
        foreach (var (prefix, vocabulary) in graph.Declared) text.Append($"@prefix {prefix}: <{vocabulary}> .\n");
        foreach (var (subject, said) in graph.Statements)
            text.Append('\n').Append(Name(subject)).AppendJoin(" ;", said.Select(s => $"\n  {s.Predicate} {string.Join(", ", s.Objects.Select(Term))}")).Append(" .\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Term(Term term) => term switch
    {
        Linked.Term.Thing thing => Name(thing.Name),
        Linked.Term.Text { Language: { } language } text => $"{Quoted(text.Value)}@{language}",
        Linked.Term.Text { Type: { } type } text => $"{Quoted(text.Value)}^^{type}",
        Linked.Term.Text text => Quoted(text.Value),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Name(string name) => name.StartsWith("urn:", StringComparison.Ordinal) ? $"<{name}>" : name;

    private static string Quoted(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var c in value)
            text.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                < ' ' or '\u007F' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
                _ => c.ToString(),
            });
        return text.Append('"').ToString();
    }
}
