using System.Text.Json.Nodes;
using Governance.Api.Clusters;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.People;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Api.Features.Recording.Forms;

/// <summary>Everything a form can name: what the cluster knows on the day, and what the decision itself makes.</summary>
public sealed class ReferenceChoices
{
    public const string BodiesList = "bodies";
    public const string PartnersList = "partners";
    public const string RepresentedList = "represented";
    public const string SeatsList = "seats";
    public const string PeopleList = "people";
    public const string DecisionsList = "decisions";
    public const string MeetingsList = "meetings";

    private readonly Dictionary<string, NameList> lists;
    private readonly LiveCluster live;
    private readonly DateOnly day;

    private ReferenceChoices(LiveCluster live, DateOnly day, Language language, JsonObject document)
    {
        (this.live, this.day, Language) = (live, day, language);
        var bodies = Bodies().ToList();
        var partners = Partners().ToList();
        lists = new(StringComparer.Ordinal)
        {
            [BodiesList] = new([.. bodies, .. NewReferences.Bodies(document)]),
            [PartnersList] = new([.. partners, .. NewReferences.Partners(document)]),
            [RepresentedList] = new([.. partners, .. bodies, .. NewReferences.Partners(document), .. NewReferences.Bodies(document)]),
            [SeatsList] = new([.. Seats(), .. NewReferences.Seats(document, language)]),
            [PeopleList] = new([.. People(), .. NewReferences.Persons(document)]),
            [DecisionsList] = new(Decisions()),
            [MeetingsList] = new(Meetings()),
        };
    }

    /// <summary>The language of the labels.</summary>
    public Language Language { get; }

    /// <summary>The names of a list.</summary>
    public NameList this[string list] => lists[list];

    /// <summary>What can be named on a day, with what a decision that is being written makes.</summary>
    public static ReferenceChoices On(LiveCluster live, DateOnly day, Language language, JsonObject document) => new(live, day, language, document);

    /// <summary>The same day, with what another decision makes.</summary>
    public ReferenceChoices With(JsonObject document) => new(live, day, Language, document);

    /// <summary>Whom a text means: the one chosen, or the only one of that name; of several the text itself, for the register to refuse; null where nobody is known by it.</summary>
    public string? Person(string text)
    {
        var alike = Name.TryParse(text, out var name) ? live.Persons.Named(name).Where(p => !p.Erased && !live.History.Aliases.ContainsKey(p.Id)).Select(p => p.Id).ToList() : [];
        if (alike.Count == 0 && name is not null) alike = [.. live.History.Aliases.Where(a => live.Persons.FindMerged(a.Key) is { Erased: false } merged && merged.Name.Equals(name)).Select(a => a.Value).Distinct()];
        if (alike.Count > 1) return text;
        return alike is [var one] ? one.ToString() : lists[PeopleList].KeyOf(text) is { } key && !key.StartsWith('#') ? key : Guid.TryParse(text, out _) || text.StartsWith('#') ? text : null;
    }

    /// <summary>The day before the founding knows what the founding brought.</summary>
    private Cluster? State => live.History.AsOf(day) ?? (live.History.Founding is { FoundedOn: var founded } ? live.History.AsOf(founded.First) : null);

    private IEnumerable<Named> Bodies()
    {
        var now = State?.Living.OrderBy(b => b.Name.Text, Alphabetical.Order).ToList() ?? [];
        foreach (var body in now) yield return new(body.Id.ToString(), Called(body.Names.Current), IsName: true);
        var others = (live.History.AsOf(DateOnly.MaxValue)?.Bodies.Values ?? []).Where(b => !now.Exists(n => n.Id == b.Id)).OrderBy(b => b.Name.Text, Alphabetical.Order);
        foreach (var body in others)
        {
            var when = body.IsLiving || body.Established.First > day ? new Phrase($"fra {Wording.Date(body.Established, Language.Nb)}", $"from {Wording.Date(body.Established, Language.En)}") : new Phrase("avviklet", "dissolved");
            yield return new(body.Id.ToString(), $"{Called(body.Names.Current)} ({when.In(Language)})");
        }
    }

    private IEnumerable<Named> Partners() => (
        from partner in live.History.AsOf(DateOnly.MaxValue)?.Partners.Values ?? []
        let there = State?.Partners.GetValueOrDefault(partner.Id) is { IsPresent: true } present ? present : null
        select (partner.Id, IsThere: there is not null, Label: Called((there ?? partner).Names.Current)))
        .OrderByDescending(p => p.IsThere).ThenBy(p => p.Label, Alphabetical.Order)
        .Select(p => p.IsThere ? new Named(p.Id.ToString(), p.Label, IsName: true) : new Named(p.Id.ToString(), $"{p.Label} ({new Phrase("ikke partner da", "not a partner then").In(Language)})"));

    private IEnumerable<Named> Seats() =>
        from body in (State?.Living ?? []).OrderBy(b => b.Name.Text, Alphabetical.Order)
        from seat in State!.Seats(body, day)
        let role = Vocabulary.Of(seat.Seat.Role).In(Language)
        let holder = seat.Holder is { } held ? Held(live.Persons.Find(live.History.Aliases.GetValueOrDefault(held.Person, held.Person))) : new Phrase("ledig", "vacant").In(Language)
        let whom = seat.Seat.Description.Represents is { } represents ? Whom(represents) : null
        select new Named(seat.Seat.Id.ToString(), $"{Called(body.Names.Current)}: {role}{(whom is null ? "" : $" for {whom}")}, {holder}");

    private string? Held(PersonCard? by) => by is { Erased: true } ? Vocabulary.ErasedPerson.In(Language) : by?.Name.Text;

    private string? Whom(Represents represents) => represents switch
    {
        { Partner: { } partner } => State?.Partners.GetValueOrDefault(partner) is { } found ? Called(found.Names.Current) : null,
        { Body: { } body } => State?.Bodies.GetValueOrDefault(body) is { } found ? Called(found.Names.Current) : null,
        _ => represents.Outside,
    };

    private IEnumerable<Named> People()
    {
        var all = live.History.Persons.Keys.Where(id => !live.History.Aliases.ContainsKey(id)).Select(live.Persons.Find).OfType<PersonCard>().ToLookup(p => p.Erased);
        var cards = all[false].OrderBy(p => p.Name.Text, Alphabetical.ByFamilyName).ThenBy(p => live.History.Persons[p.Id]).ToList();
        var twice = cards.GroupBy(p => p.Name).Where(g => g.Skip(1).Any()).Select(g => g.Key).ToHashSet();
        return cards.Select(p => new Named(p.Id.ToString(), twice.Contains(p.Name) ? Described(p) : p.Name.Text))
            .Concat(all[true].Select(p => new Named(p.Id.ToString(), Vocabulary.ErasedPerson.In(Language)) { IsGone = true }));
    }

    private string Described(PersonCard person) =>
        string.Join(", ", new[] { person.Name.Text, person.RoleOn(day)?.Title, person.RoleOn(day)?.Organisation }.Where(text => !string.IsNullOrEmpty(text)));

    private IEnumerable<Named> Decisions() =>
        live.History.Decisions.Values.OrderByDescending(d => d.Current.Head.DecidedOn.First).ThenByDescending(d => d.Position)
            .Select(d => new Named(d.Id.ToString(), $"{(d.Current.Head.CaseNumber is { } number ? number + " " : "")}{d.Current.Head.Title} ({Wording.Date(d.Current.Head.DecidedOn, Language)})"));

    private IEnumerable<Named> Meetings() =>
        live.History.Meetings.Values.OrderByDescending(m => m.Meeting.HeldOn.First).Select(m => new Named(m.Meeting.Number, m.Meeting.Number, IsName: true));

    private string Called(NamePeriod names) => (Language == Language.En ? names.NameEn ?? names.Name : names.Name).Text;
}
