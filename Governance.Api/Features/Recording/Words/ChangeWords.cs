using Governance.Domain.Values;

namespace Governance.Api.Features.Recording.Words;

/// <summary>A kind of change as a form offers it.</summary>
/// <param name="Word">As in the API.</param>
/// <param name="Label">What the secretary picks.</param>
public sealed record ChangeWord(string Word, Phrase Label);

/// <summary>Kinds of change that are found together.</summary>
public sealed record ChangeGroup(Phrase Label, IReadOnlyList<ChangeWord> Changes);

/// <summary>All the kinds of change, in groups, and those that are picked most.</summary>
public static class ChangeWords
{
    public static IReadOnlyList<ChangeGroup> Groups { get; } =
    [
        new(new("Medlemmer og plasser", "Members and seats"),
        [
            new("appoint", new("Oppnevne", "Appoint")), new("end-appointment", new("Avslutte et verv", "End an appointment")),
            new("extend-appointment", new("Forlenge et verv", "Extend an appointment")), new("grant-leave", new("Gi permisjon", "Grant leave")),
            new("end-leave", new("Avslutte permisjon", "End leave")), new("reconstitute-body", new("Ny sammensetning", "New composition")),
            new("create-seat", new("Opprette en plass", "Create a seat")), new("change-seat", new("Endre en plass", "Change a seat")),
            new("abolish-seat", new("Fjerne en plass", "Abolish a seat")), new("set-composition-rules", new("Regler for sammensetning", "Composition rules")),
        ]),
        new(new("Organer", "Bodies"),
        [
            new("establish-body", new("Opprette et organ", "Establish a body")), new("rename-body", new("Gi et organ nytt navn", "Rename a body")),
            new("move-body", new("Flytte et organ", "Move a body")), new("reclassify-body", new("Endre type eller synlighet", "Change kind or visibility")),
            new("dissolve-body", new("Avvikle et organ", "Dissolve a body")), new("reestablish-body", new("Gjenopprette et organ", "Re-establish a body")),
        ]),
        new(new("Mandater", "Mandates"),
        [
            new("adopt-mandate", new("Vedta mandat", "Adopt a mandate")), new("extend-mandate", new("Forlenge et mandat", "Extend a mandate")),
            new("conclude-mandate", new("Mandatet er fullført", "Conclude a mandate")), new("repeal-mandate", new("Oppheve et mandat", "Repeal a mandate")),
        ]),
        new(new("Partnere og klynge", "Partners and cluster"),
        [
            new("admit-partner", new("Ta opp en partner", "Admit a partner")), new("rename-partner", new("Gi en partner nytt navn", "Rename a partner")),
            new("withdraw-partner", new("En partner går ut", "A partner withdraws")), new("adopt-strategy", new("Vedta strategi", "Adopt a strategy")),
            new("rename-cluster", new("Gi klyngen nytt navn", "Rename the cluster")),
        ]),
    ];

    private static readonly Dictionary<string, ChangeWord> byWord = Groups.SelectMany(g => g.Changes).ToDictionary(c => c.Word, StringComparer.Ordinal);

    /// <summary>What a kind of change is called; its own word where it has no label.</summary>
    public static Phrase Of(string word) => byWord.TryGetValue(word, out var found) ? found.Label : new(word, word);
}
