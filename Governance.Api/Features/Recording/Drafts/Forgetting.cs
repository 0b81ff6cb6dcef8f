using System.Text.Json.Nodes;
using Governance.Domain.People;
using Governance.Domain.Views;

namespace Governance.Api.Features.Recording.Drafts;

/// <summary>Takes a person who is erased out of what is being written: wherever they were chosen or named, and their name in texts.</summary>
/// <param name="Ids">The person's own, and those merged into it.</param>
/// <param name="Names">All that the person was called.</param>
public sealed record Forgetting(IReadOnlyList<string> Ids, IReadOnlyList<string> Names)
{
    private readonly NamesInText named = new(Names);

    /// <summary>Takes the person out of a document.</summary>
    /// <returns>Whether there was anything to take out.</returns>
    public bool In(JsonObject document)
    {
        var found = false;
        foreach (var (word, value) in document.ToList())
        {
            if (IsThePerson(value)) found |= document.Remove(word);
            else if (Reworded(value) is { } text) (document[word], found) = (text, true);
            else found |= Within(value);
        }

        return found;
    }

    private bool Within(JsonNode? value)
    {
        if (value is JsonObject inner) return In(inner);
        var found = false;
        foreach (var (i, item) in (value as JsonArray ?? []).ToList().Index())
        {
            if (Reworded(item) is { } text) (value![i], found) = (text, true);
            else found |= Within(item);
        }

        return found;
    }

    private bool IsThePerson(JsonNode? value) => value switch
    {
        JsonObject person => Is(Names, Entries.Entry.TextOf(person["name"]).Trim()) && !person.ContainsKey("type"),
        _ => Is(Ids, Entries.Entry.TextOf(value)),
    };

    private string? Reworded(JsonNode? value)
    {
        var text = Entries.Entry.TextOf(value);
        return named.Without(text, Vocabulary.ErasedPerson.Nb) is var without && without == text ? null : without;
    }

    private static bool Is(IReadOnlyList<string> known, string text) => text.Length > 0 && known.Contains(text, StringComparer.OrdinalIgnoreCase);
}
