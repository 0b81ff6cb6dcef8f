using System.Diagnostics;
using Governance.Api.Features.Recording.Forms;
using Governance.Domain.Bodies;
using Governance.Domain.Composition;
using Governance.Domain.Partners;
using Governance.Domain.People;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Api.Features.Recording.Words;

/// <summary>The words of an enumeration as a form offers them.</summary>
public static class EnumerationWords
{
    public static IReadOnlyList<Option> Of(Type enumeration) =>
        enumeration == typeof(BodyKind) ? Options<BodyKind>(Vocabulary.Of)
        : enumeration == typeof(SeatRole) ? Options<SeatRole>(Vocabulary.Of)
        : enumeration == typeof(EndReason) ? Options<EndReason>(Vocabulary.Of)
        : enumeration == typeof(PartnerKind) ? Options<PartnerKind>(Vocabulary.Of)
        : enumeration == typeof(Visibility) ? Options<Visibility>(Vocabulary.Of)
        : enumeration == typeof(Gender) ? Options<Gender>(gender => gender == Gender.Female ? new("Kvinne", "Female") : new("Mann", "Male"))
        : enumeration == typeof(Audience) ? Options<Audience>(audience => audience == Audience.Public ? new("Det alle kan se", "What everybody may see") : new("Også det som er internt", "What is internal too"))
        : enumeration == typeof(Language) ? Options<Language>(language => language == Language.Nb ? new("Norsk", "Norwegian") : new("Engelsk", "English"))
        : throw new UnreachableException($"No words for {enumeration.Name}.");

    private static IReadOnlyList<Option> Options<T>(Func<T, Phrase> word) where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(value => new Option(Governance.Domain.Values.Words.Of(value), word(value)))];
}
