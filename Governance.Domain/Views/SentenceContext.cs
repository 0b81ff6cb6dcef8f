using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Partners;
using Governance.Domain.People;
using Governance.Domain.Values;

namespace Governance.Domain.Views;

/// <summary>What the sentence about a fact can speak of: names as they were just before it, else at the end of its day, else as its decision or the last known state has them.</summary>
internal sealed class SentenceContext(Viewpoint view, Fact fact, Cluster before)
{
    public Viewpoint View => view;

    public Language Language => view.Language;

    public Cluster Before => before;

    /// <summary>The first day on which the fact holds.</summary>
    public DateOnly Day => fact.From.First;

    public string Say(string nb, string en) => Language == Language.En ? en : nb;

    /// <summary>Whether it is told before it is: what is to come is told as to come.</summary>
    public bool IsToCome => fact.From.First > view.AsOf;

    /// <summary>A verb, of what was or of what is to come.</summary>
    public string Verb(string nb, string nbToCome, string en, string enToCome) => IsToCome ? Say(nbToCome, enToCome) : Say(nb, en);

    /// <summary>ble or blir; was or will be.</summary>
    public string Became => Verb("ble", "blir", "was", "will be");

    /// <summary>fikk or får; got or will get.</summary>
    public string Got => Verb("fikk", "får", "got", "will get");

    public string Quoted(string text) => Say($"«{text}»", $"“{text}”");

    public string Date(Time.PartialDate date) => Wording.Date(date, Language);

    public string List(IEnumerable<string> items) => Wording.List([.. items], Language);

    public string Name(Name name, Name? nameEn) => view.NameOf(name, nameEn);

    /// <summary>The body as it was just before; null where it did not exist.</summary>
    public Body? Was(BodyId id) => before.Bodies.GetValueOrDefault(id);

    /// <summary>A seat as it was just before, or as it is at the end of the day.</summary>
    public Seat? Seat(BodyId body, SeatId seat) => Was(body)?.Seat(seat) ?? Later?.Bodies.GetValueOrDefault(body)?.Seat(seat);

    public string Body(BodyId id)
    {
        if ((Was(id) ?? Later?.Bodies.GetValueOrDefault(id)) is { } body) return view.NameOf(body.Names.Current);
        if (Own<BodyEstablished>(e => e.Body == id) is { } established) return Name(established.Name, established.NameEn);
        return view.Last?.Bodies.GetValueOrDefault(id) is { } last ? view.NameOf(last.Names.Current) : Vocabulary.SomeBody.In(Language);
    }

    /// <summary>A body by its name, with the one it gets the same day.</summary>
    public string BodyWithLater(BodyId id)
    {
        var name = Body(id);
        return Later?.Bodies.GetValueOrDefault(id) is { } later && view.NameOf(later.Names.Current) is var now && now != name ? $"{name} ({Verb("nå", "da", "now", "then")} {now})" : name;
    }

    public string Partner(PartnerId id)
    {
        if ((before.Partners.GetValueOrDefault(id) ?? Later?.Partners.GetValueOrDefault(id)) is { } partner) return view.NameOf(partner.Names.Current);
        if (Own<PartnerAdmitted>(e => e.Partner == id) is { } admitted) return Name(admitted.Name, admitted.NameEn);
        return view.Last?.Partners.GetValueOrDefault(id) is { } last ? view.NameOf(last.Names.Current) : Vocabulary.SomePartner.In(Language);
    }

    public string Person(PersonId id) => view.NameOf(id);

    /// <summary>A person at the beginning of a sentence.</summary>
    public string PersonFirst(PersonId id) => Person(id) is var name && view.Card(id) is { Erased: false } && view.Names(id) ? name : char.ToUpperInvariant(name[0]) + name[1..];

    /// <summary>The names of those of the bodies that may be seen.</summary>
    public IReadOnlyList<string> Bodies(IEnumerable<BodyId> ids) => [.. ids.Where(Sees).Select(Body)];

    public bool Sees(BodyId id) =>
        view.Audience == Audience.Reader
        || (Was(id) is { } body ? view.Sees(before, body) : Later is { } later && later.Bodies.GetValueOrDefault(id) is { } made && view.Sees(later, made));

    /// <summary>Whom a seat speaks for; null where it is for nobody, or for what may not be seen.</summary>
    public string? Represented(Represents? represents) => represents switch
    {
        { Partner: { } partner } => Partner(partner),
        { Body: { } body } => Sees(body) ? Body(body) : null,
        { Outside: { } outside } => outside,
        _ => null,
    };

    private Cluster? Later => view.History.AsOf(fact.From.First);

    private TEvent? Own<TEvent>(Func<TEvent, bool> such) where TEvent : FactEvent =>
        view.History.Decisions.GetValueOrDefault(fact.Decision)?.Revisions.SelectMany(r => r.Facts).Select(f => f.Event).OfType<TEvent>().LastOrDefault(such);
}
