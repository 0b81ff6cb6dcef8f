using System.Text.Json.Nodes;
using Governance.Api.Features.Recording.Forms;
using Governance.Api.Features.Recording.Words;
using Governance.Api.Http.Binding;

namespace Governance.Api.Features.Recording.Entries;

/// <summary>The members of a record, each in a field of its own.</summary>
/// <param name="of">The word of the change it is, or what else its fields are called after.</param>
public sealed class RecordEntry(RecordShape shape, string of) : Entry
{
    /// <summary>What the field is called that clears another one.</summary>
    public const string ClearMark = "!";

    private readonly (RecordMember Member, Entry Entry)[] members = [.. shape.Members.Where(m => m.Word != "changes").OrderBy(m => MemberWords.Rank(m.Word)).Select(m => (m, MemberEntry.Of(m, of)))];

    public override JsonNode? Read(SentFields sent, string path, ReferenceChoices known)
    {
        var record = new JsonObject();
        foreach (var (member, entry) in members)
        {
            var here = Inside(path, member.Word);
            if (sent.Has(here + ClearMark)) record[member.Word] = null;
            else if (entry.Read(sent, here, known) is { } value) record[member.Word] = value;
        }

        return record.Count == 0 ? null : record;
    }

    public override Control Show(JsonNode? value, string path, ReferenceChoices known)
    {
        var record = value as JsonObject ?? [];
        return new Group(path, [.. members.Select(m => Shown(m.Member, m.Entry, record, path, known))]);
    }

    private Field Shown(RecordMember member, Entry entry, JsonObject record, string path, ReferenceChoices known)
    {
        var isThere = record.TryGetPropertyValue(member.Word, out var value);
        return new(member.Word, MemberWords.Of(of, member.Word), entry.Show(value, Inside(path, member.Word), known), member.IsRequired, MemberWords.IsRare(of, member.Word))
        {
            CanClear = member.Shape is OptionalShape { Lasts: false },
            IsCleared = isThere && value is null,
        };
    }

    private static string Inside(string path, string word) => path.Length == 0 ? word : $"{path}.{word}";
}

/// <summary>A list of records, a row each.</summary>
/// <param name="spare">How many rows stand empty below, to be filled in.</param>
public sealed class RowsEntry(RecordShape shape, string of, bool canReorder, int spare) : Entry
{
    private readonly RecordEntry item = new(shape, of);

    public override JsonNode? Read(SentFields sent, string path, ReferenceChoices known)
    {
        var rows = Enumerable.Range(0, sent.Count(path)).Select(i => item.Read(sent, $"{path}[{i}]", known)).OfType<JsonNode>().ToArray();
        return rows.Length == 0 && !canReorder ? null : new JsonArray(rows);
    }

    public override Control Show(JsonNode? value, string path, ReferenceChoices known)
    {
        IEnumerable<JsonNode?> rows = value as JsonArray ?? [];
        return new Rows(path, [.. (canReorder ? rows : rows.Concat(Enumerable.Repeat<JsonNode?>(null, spare))).Select((row, i) => (Group)item.Show(row, $"{path}[{i}]", known))], canReorder);
    }
}
