using System.Reflection;
using Governance.Api.Features.Recording.Entries;
using Governance.Api.Features.Recording.Forms;
using Governance.Domain.Values;

namespace Governance.Api.Features.Recording.Words;

/// <summary>What the members of decisions and changes are called in a form. What a member is called in one kind of change alone stands under <c>change.member</c>.</summary>
public static class MemberWords
{
    /// <summary>What the members of the decision itself are looked up under.</summary>
    public const string Decision = "decision";

    /// <summary>What the members of a row of a new composition are looked up under.</summary>
    public const string Row = "listed-seat";

    /// <summary>What the members of a meeting are looked up under.</summary>
    public const string Meeting = "new-meeting";

    /// <summary>What the members of a meeting to come are looked up under.</summary>
    public const string Plan = "meeting-plan";

    /// <summary>What the members of a subscriber are looked up under.</summary>
    public const string Webhook = "webhook";

    private static readonly Phrase date = new($"{DateEntry.HowNb}.", $"{DateEntry.HowEn}.");
    private static readonly Phrase uncertain = new($"{DateEntry.HowNb}; {DateEntry.UncertainNb}.", $"{DateEntry.HowEn}; {DateEntry.UncertainEn}.");
    private static readonly Phrase last = new($"Den dagen er med. {uncertain.Nb}", $"That day is included. {uncertain.En}");
    private static readonly Phrase through = new($"Den dagen er med. {date.Nb}", $"That day is included. {date.En}");

    // How values are written, whatever a member is called; the rest of what helps belongs to the label.
    private static readonly Dictionary<string, Phrase> written = new(StringComparer.Ordinal) { ["effectiveFrom"] = uncertain, ["lastDay"] = last, ["termThrough"] = through };

    private static readonly Dictionary<string, Caption> captions = new(StringComparer.Ordinal)
    {
        ["ref"] = new(new("Merke", "Mark")),
        ["decidedBy"] = new(new("Hvem vedtok det?", "Who decided it?"), new("Et av klyngens organer.", "One of the cluster's bodies.")),
        ["decidedByText"] = new(new("Eller noen andre", "Or somebody else"), new("Bare når det ikke var et av klyngens organer, for eksempel «Partnerne».", "Only when it was none of the cluster's bodies, for example 'The partners'.")),
        ["decidedOn"] = new(new("Vedtatt", "Decided on"), date),
        ["effectiveFrom"] = new(new("Gjelder fra", "Effective from"), new($"Tomt: fra vedtaksdagen. {uncertain.Nb}", $"Empty: from the day of the decision. {uncertain.En}")),
        ["change.effectiveFrom"] = new(new("Gjelder fra", "Effective from"), new($"Bare når denne endringen gjelder fra en annen dag enn vedtaket. {uncertain.Nb}", $"Only when this change is effective from another day than the decision. {uncertain.En}")),
        ["meeting"] = new(new("Møte", "Meeting"), new("Møtets nummer, for eksempel 3/2022.", "The meeting's number, for example 3/2022.")),
        ["caseNumber"] = new(new("Saksnummer", "Case number")),
        ["decision.title"] = new(new("Tittel", "Title"), new("Tomt: foreslås ut fra endringene når du forhåndsviser.", "Empty: suggested from the changes when you preview.")),
        ["text"] = new(new("Vedtakstekst", "Text")),
        ["visibility"] = new(new("Hvem kan se det?", "Who may see it?"), new("Tomt: alle.", "Empty: everybody.")),
        ["note"] = new(new("Merknad", "Note"), new("Til dem som leser protokollen, for eksempel hvorfor det gjelder tilbake i tid.", "For those who read the register, for example why it takes effect back in time.")),
        ["links"] = new(new("Lenker", "Links")),
        ["link.title"] = new(new("Tittel på lenken", "Title of the link")),
        ["link.url"] = new(new("Adresse", "Address"), new("Begynner med https://", "Begins with https://")),
        ["follows"] = new(new("Følger opp vedtak", "Follows up decisions")),
        ["decision.reason"] = new(new("Hvorfor rettes vedtaket?", "Why is the decision corrected?"), new("Begrunnelsen står i registeret.", "The reason stands in the register.")),
        ["body"] = new(new("Organ", "Body")),
        ["name"] = new(new("Navn", "Name")),
        ["nameEn"] = new(new("Navn på engelsk", "Name in English")),
        ["kind"] = new(new("Type", "Kind")),
        ["parent"] = new(new("Hører inn under", "Belongs under")),
        ["advisoryTo"] = new(new("Gir råd til", "Advisory to")),
        ["succeeds"] = new(new("Tar over etter", "Succeeds")),
        ["succeededBy"] = new(new("Etterfølges av", "Succeeded by")),
        ["reason"] = new(new("Grunn", "Reason")),
        ["lastDay"] = new(new("Siste dag", "Last day"), last),
        ["points"] = new(new("Punktene i mandatet", "The points of the mandate"), new("Ett punkt på hver linje.", "One point on each line.")),
        ["purpose"] = new(new("Formål", "Purpose")),
        ["validThrough"] = new(new("Varer til og med", "Lasts through"), through),
        ["deliverable"] = new(new("Skal levere", "Deliverable")),
        ["dueOn"] = new(new("Frist", "Due on"), date),
        ["link"] = new(new("Lenke til det som ble levert", "Link to what was delivered"), new("Begynner med https://", "Begins with https://")),
        ["role"] = new(new("Rolle", "Role")),
        ["title"] = new(new("Tittel på vervet", "Title of the seat"), new("Bare når vervet har en egen tittel, for eksempel «klyngeleder».", "Only when the seat has a title of its own, for example 'cluster manager'.")),
        ["votes"] = new(new("Stemmerett", "Votes"), new("Tomt: som vanlig for rollen.", "Empty: as usual for the role.")),
        ["order"] = new(new("Rekkefølge", "Order")),
        ["represents"] = new(new("Representerer", "Represents"), new("En partner, et organ eller en annen organisasjon.", "A partner, a body or another organisation.")),
        ["deputyFor"] = new(new("Vara for", "Deputy for")),
        ["exOfficio"] = new(new("I kraft av vervet som", "By virtue of being")),
        ["all"] = new(new("Én plass for hver", "One seat for each"), new("Ja: alle som har vervet, får hver sin plass.", "Yes: everyone who has the role gets a seat.")),
        ["heldByOrganisation"] = new(new("Holdes av organisasjonen", "Held by the organisation"), new("Ja: den som representeres, holder plassen til en person er oppnevnt.", "Yes: whom it represents holds the seat until a person is appointed.")),
        ["userRepresentative"] = new(new("Brukerrepresentant", "User representative")),
        ["seat"] = new(new("Plass", "Seat"), new("Skriv litt av organet, rollen eller navnet.", "Type some of the body, the role or the name.")),
        ["person"] = new(new("Person", "Person"), new("Velg fra listen, eller skriv et nytt navn.", "Choose from the list, or type a new name.")),
        ["person.title"] = new(new("Tittel", "Title")),
        ["person.organisation"] = new(new("Arbeidssted", "Organisation")),
        ["person.effectiveFrom"] = new(
            new("Ny tittel eller nytt arbeidssted fra", "New title or organisation from"),
            new($"Tomt: det som står, blir rettet. {date.Nb}", $"Empty: what is there is put right. {date.En}")),
        ["unlisted"] = new(new("Skjermet navn", "Name withheld"), new("Ja: publikum ser at plassen er fylt, men ikke av hvem.", "Yes: the public sees that the seat is filled, but not by whom.")),
        ["email"] = new(new("E-post", "E-mail"), new("Vises aldri for publikum.", "Never shown to the public.")),
        ["phone"] = new(new("Telefon", "Telephone"), new("Vises aldri for publikum.", "Never shown to the public.")),
        ["gender"] = new(new("Kjønn", "Gender"), new("Brukes bare til å telle kjønnsbalansen.", "Used only to count the gender balance.")),
        ["externalIds"] = new(new("Kjent i andre registre", "Known in other registers")),
        ["scheme"] = new(new("Register", "Register"), new("For eksempel ORCID.", "For example ORCID.")),
        ["number"] = new(new("Møtenummer", "Number of the meeting"), new("For eksempel 3/2022.", "For example 3/2022.")),
        ["meeting-plan.title"] = new(new("Hva heter det?", "What is it called?"), new("Bare når det er mer enn et møte, for eksempel «Alrekdagene».", "Only when it is more than a meeting, for example a conference.")),
        ["meeting-plan.number"] = new(new("Møtenummer", "Number of the meeting"), new("Tomt: det neste.", "Empty: the one that comes next.")),
        ["day"] = new(new("Dag", "Day"), new("Skriv 15.6.2022.", "Write 15.6.2022.")),
        ["startsAt"] = new(new("Begynner", "Begins"), new("Skriv 12.00.", "Write 12:00.")),
        ["endsAt"] = new(new("Slutter", "Ends"), new("Skriv 14.00.", "Write 14:00.")),
        ["meeting-plan.link"] = new(new("Lenke til videomøte", "Link to a video meeting"), new("Vises bare for de innkalte.", "Shown only to those who are called.")),
        ["guests"] = new(new("Gjester", "Guests"), new("Velg fra listen.", "Choose from the list.")),
        ["heldOn"] = new(new("Møtedato", "Meeting date"), date),
        ["place"] = new(new("Sted", "Place")),
        ["attendance"] = new(new("Hvem var med?", "Who attended?"), new("Velg fra listen. De som meldte forfall, kan stå her med nei.", "Choose from the list. Those who were absent may stand here with no.")),
        ["present"] = new(new("Til stede", "Present"), new("Tomt: ja.", "Empty: yes.")),
        ["minutes"] = new(new("Lenke til protokollen", "Link to the minutes"), new("Begynner med https://", "Begins with https://")),
        ["identifier"] = new(new("Identifikator der", "Identifier there")),
        ["termThrough"] = new(new("Valgt til og med", "Elected through"), new("Tomt: etter reglene for sammensetningen; har de ingen periode, til plassen blir forlatt.", "Empty: by the composition rules; where they have no term, until the seat is left.")),
        ["seats"] = new(new("Sammensetningen", "The composition"), new("Hele den nye sammensetningen. De som ikke står her, går ut.", "The whole new composition. Whoever is not listed leaves.")),
        ["coChairs"] = new(new("Flere ledere", "Co-chairs")),
        ["minSeats"] = new(new("Færrest plasser", "Fewest seats")),
        ["maxSeats"] = new(new("Flest plasser", "Most seats")),
        ["termLength"] = new(new("Lengde på en periode", "Length of a term"), new("For eksempel 2 år. Tomt: som før, ingen periode der ingen er satt.", "For example 2 years. Empty: as before, no term where none was set.")),
        ["maxTerms"] = new(new("Flest perioder på rad", "Most consecutive terms")),
        ["maxObservers"] = new(new("Flest observatører", "Most observers")),
        ["minUserRepresentatives"] = new(new("Færrest brukerrepresentanter", "Fewest user representatives")),
        ["quorum"] = new(new("Stemmer som må være til stede", "Votes that must be present"), new("Tomt: som før, mer enn halvparten der ingen er satt.", "Empty: as before, more than half where none was set.")),
        ["genderBalance"] = new(new("Krav til kjønnsbalanse", "Gender balance required")),
        ["carryOver"] = new(new("Sitter til de er avløst", "Stay until replaced")),
        ["partner"] = new(new("Partner", "Partner")),
        ["organisationNumber"] = new(new("Organisasjonsnummer", "Organisation number"), new("Ni sifre.", "Nine digits.")),
        ["webhook.url"] = new(new("Adressen det sendes til", "The address to send to"), new("Begynner med https:// og kan nås fra internett.", "Begins with https:// and can be reached from the internet.")),
        ["webhook.description"] = new(new("Hvem får varslene?", "Who is told?"), new("For eksempel «Nettstedet».", "For example 'The website'.")),
        ["webhook.types"] = new(new("Hva skal det varsles om?", "What to tell of?"), new("Ingen valgt: alt.", "None chosen: everything.")),
        ["webhook.audience"] = new(new("Hvor mye får mottakeren se?", "How much may the receiver see?")),
        ["webhook.lang"] = new(new("Språk", "Language")),
        ["webhook.after"] = new(new("Begynn etter nummer", "Begin after number"), new("Nummeret i registeret. Tomt: det som registreres fra nå av. 0: alt fra begynnelsen.", "The number in the register. Empty: what is recorded from now on. 0: everything from the beginning.")),
        ["focusAreas"] = new(new("Satsingsområder", "Focus areas"), new("Ett på hver linje.", "One on each line.")),
    };

    private static readonly HashSet<string> rare = new(
        [
            "effectiveFrom", "lastDay", "nameEn", "votes", "order", "exOfficio", "userRepresentative", "heldByOrganisation", "advisoryTo", "succeeds", "succeededBy", "visibility", "purpose", "listed-seat.title",
            "decision.decidedByText", "decision.links", "decision.follows", "decision.note",
        ], StringComparer.Ordinal);

    private static readonly string[] first = ["decidedBy", "decidedByText", "meeting", "decidedOn", "effectiveFrom", "caseNumber", "body", "seat", "partner", "role", "person", "name", "title"];

    /// <summary>What a member is called in a kind of change, by that kind or else by all; its own word where it has no label.</summary>
    public static Caption Of(string of, string word) =>
        Own(of, word) ?? captions.GetValueOrDefault($"{of}.{word}") ?? (of != Decision ? captions.GetValueOrDefault($"change.{word}") : null) ?? captions.GetValueOrDefault(word) ?? new(new(word, word));

    /// <summary>Whether a member has a label.</summary>
    public static bool Knows(string of, string word) => Own(of, word) is not null || captions.ContainsKey($"{of}.{word}") || captions.ContainsKey(word);

    /// <summary>Whether a member is seldom given: as in all kinds, or as this kind says.</summary>
    public static bool IsRare(string of, string word) => Own(of, word) is null && rare.Contains(word) && !(of == Decision && word == "effectiveFrom") || rare.Contains($"{of}.{word}") || IsRareIn(ChangeWords.RecordOf(of), word);

    private static bool IsRareIn(Type? change, string word) => change?.GetCustomAttribute<RareAttribute>()?.Members.Contains(word) ?? false;

    private static Caption? Own(string of, string word) =>
        ChangeWords.RecordOf(of)?.GetCustomAttributes<MemberLabelAttribute>().FirstOrDefault(label => label.Member == word) is { } own ? new(own.Label, own.Hint ?? written.GetValueOrDefault(word)) : null;

    /// <summary>The order in which members are asked for; those without a rank as they come.</summary>
    public static int Rank(string word) => Array.IndexOf(first, word) is >= 0 and var rank ? rank : first.Length;
}
