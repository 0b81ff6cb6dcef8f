using Governance.Api.Http.Binding;
using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Time;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Api.Features.Exports.Linked;

/// <summary>A cluster on a day in the words of the W3C's organisation ontology and its neighbours. Things keep their names whatever they are called; last days are inclusive.</summary>
internal sealed class OrganisationGraph
{
    private readonly Graph graph = new();
    private readonly Viewpoint view;
    private readonly Cluster state;
    private readonly string cluster;

    private OrganisationGraph(Viewpoint view, Cluster state) => (this.view, this.state, cluster) = (view, state, $"urn:governance:{view.History.Id}");

    public static Graph Of(Viewpoint view)
    {
        if (view.State is not { } state) return Moment(new(), view);
        var told = new OrganisationGraph(view, state);
        told.TellCluster();
        foreach (var partner in PartnerList.Of(view).Partners) told.Tell(partner);
        foreach (var body in BodyList.Of(view)) told.Tell(body);
        ChangeEvents.Tell(told.graph, view);
        return Moment(told.graph, view);
    }

    public static string NameOf(Guid id) => $"urn:uuid:{id}";

    /// <summary>Which day and which state of knowledge it shows.</summary>
    private static Graph Moment(Graph graph, Viewpoint view)
    {
        var moment = $"urn:governance:{view.History.Id}#moment";
        graph.Say(moment, "dct:valid", Term.Date(view.AsOf));
        graph.Say(moment, "dct:modified", new Term.Text(Instants.Format(view.History.RecordedAt), Type: "xsd:dateTime"));
        graph.Say(moment, "dct:identifier", new Term.Text($"{view.History.Position}"));
        return graph;
    }

    private void TellCluster()
    {
        graph.Is(cluster, "org:OrganizationalCollaboration");
        TellNames(cluster, state.Names);
        TellNumber(cluster, view.History.Founding?.OrganisationNumber);
        graph.Say(cluster, "schema:foundingDate", Term.Date(state.Founded));
    }

    private void Tell(PartnerOnDay partner)
    {
        var name = NameOf(partner.Id.Value);
        graph.Is(name, "org:Organization");
        TellNames(name, state.Partners[partner.Id].Names);
        TellNumber(name, partner.OrganisationNumber);
        graph.Link(name, "org:classification", Concept("partner-kind", Words.Of(partner.Kind), Vocabulary.Of(partner.Kind), "skos:Concept"));
        graph.Link(name, "org:memberOf", cluster);
    }

    private void Tell(BodyOnDay body)
    {
        var (name, told) = (NameOf(body.Id.Value), state.Bodies[body.Id]);
        graph.Is(name, "org:Organization");
        TellNames(name, told.Names);
        graph.Link(name, "org:classification", Concept("body-kind", Words.Of(body.Kind), Vocabulary.Of(body.Kind), "skos:Concept"));
        graph.Link(name, "org:subOrganizationOf", body.Parent is { } parent ? NameOf(parent.Value) : cluster);
        foreach (var advised in body.AdvisoryTo) graph.Link(name, "org:reportsTo", NameOf(advised.Value));
        graph.Say(name, "schema:foundingDate", Term.Date(told.Established));
        foreach (var decision in DecisionsOn(body.Id)) Source(name, decision);
        if (body.Mandate is { } mandate) Tell(body.Id, name, mandate);
        foreach (var seat in body.Seats) Tell(name, seat);
    }

    private void Tell(BodyId body, string about, MandateOnDay mandate)
    {
        var name = $"{NameOf(body.Value)}#mandate-{mandate.Version}";
        graph.Is(name, "eli:LegalResource");
        graph.Link(name, "dct:subject", about);
        foreach (var point in mandate.Points) graph.Say(name, "dct:description", new Term.Text(point, "nb"));
        graph.Say(name, "eli:first_date_entry_in_force", Term.Date(mandate.ValidFrom));
        if (mandate.ValidThrough is { } last) graph.Say(name, "eli:date_no_longer_in_force", Term.Date(last));
        if (mandate.Decision is { } decision) Source(name, decision);
    }

    private void Tell(string body, SeatOnDay seat)
    {
        var name = NameOf(seat.Id.Value);
        var role = Concept("role", Words.Of(seat.Role), Vocabulary.Of(seat.Role), "org:Role");
        graph.Is(name, "org:Post");
        graph.Link(name, "org:postIn", body);
        graph.Link(name, "org:role", role);
        if (seat.Title is { } title) graph.Say(name, "skos:prefLabel", new Term.Text(title, "nb"));
        if (seat.HeldBy is { } organisation) TellHeld(body, name, role, organisation, Principal(seat));
        if (seat.Holder is not { Id: { } id } holder) return;
        var (person, membership) = (NameOf(id.Value), $"{name}#{holder.ValidFrom}");
        graph.Link(name, "org:heldBy", person);
        graph.Is(person, "foaf:Person");
        graph.Say(person, "foaf:name", new Term.Text(holder.Name!));
        graph.Is(membership, "org:Membership");
        graph.Link(membership, "org:member", person);
        graph.Link(membership, "org:organization", body);
        graph.Link(membership, "org:role", role);
        graph.Link(membership, "opengov:post", name);
        if (Principal(seat) is { } principal) graph.Link(membership, "opengov:onBehalfOf", principal);
        graph.Link(membership, "org:memberDuring", Interval(holder.ValidFrom, holder.ValidThrough));
    }

    /// <summary>A seat that an organisation holds while no person does.</summary>
    private void TellHeld(string body, string seat, string role, RepresentedOnDay organisation, string? known)
    {
        var (holder, membership) = (known ?? graph.Blank(), $"{seat}#organisation");
        if (known is null)
        {
            graph.Is(holder, "org:Organization");
            graph.Say(holder, "skos:prefLabel", new Term.Text(organisation.Name, "nb"));
        }
        graph.Link(seat, "org:heldBy", holder);
        graph.Is(membership, "org:Membership");
        graph.Link(membership, "org:member", holder);
        graph.Link(membership, "org:organization", body);
        graph.Link(membership, "org:role", role);
        graph.Link(membership, "opengov:post", seat);
    }

    private string? Principal(SeatOnDay seat) =>
        seat.Represents?.Partner is { } partner && state.Partners[partner].IsPresent ? NameOf(partner.Value)
        : seat.Represents?.Body is { } body && state.LivingBody(body) is not null ? NameOf(body.Value) : null;

    private void TellNames(string subject, Names names)
    {
        graph.Say(subject, "skos:prefLabel", new Term.Text(names.Current.Name.Text, "nb"));
        if (names.Current.NameEn is { } english) graph.Say(subject, "skos:prefLabel", new Term.Text(english.Text, "en"));
        foreach (var former in names.All.SkipLast(1))
        {
            var other = graph.Blank();
            if (!former.Name.Equals(names.Current.Name)) graph.Say(subject, "skos:altLabel", new Term.Text(former.Name.Text, "nb"));
            graph.Link(subject, "opengov:otherName", other);
            graph.Say(other, "rdfs:label", new Term.Text(former.Name.Text, "nb"));
            graph.Say(other, "schema:validFrom", Term.Date(former.Period.From));
            if (former.Period.Through is { } last) graph.Say(other, "schema:validUntil", Term.Date(last));
        }
    }

    private void TellNumber(string subject, string? number)
    {
        if (number is null) return;
        graph.Is(subject, "org:FormalOrganization");
        graph.Say(subject, "org:identifier", new Term.Text(number));
    }

    private string Concept(string scheme, string word, Phrase label, string type)
    {
        var name = $"urn:governance:{scheme}:{word}";
        graph.Is(name, type);
        graph.Say(name, "skos:prefLabel", new Term.Text(label.In(Language.Nb), "nb"));
        graph.Say(name, "skos:prefLabel", new Term.Text(label.In(Language.En), "en"));
        return name;
    }

    private string Interval(PartialDate first, PartialDate? last)
    {
        var interval = graph.Blank();
        graph.Is(interval, "time:Interval");
        graph.Link(interval, "time:hasBeginning", Instant(first));
        if (last is { } day) graph.Link(interval, "time:hasEnd", Instant(day));
        return interval;
    }

    private string Instant(PartialDate date)
    {
        var instant = graph.Blank();
        graph.Is(instant, "time:Instant");
        graph.Say(instant, date.Certainty != Certainty.Known ? "dct:date" : date.Precision switch { Precision.Day => "time:inXSDDate", Precision.Month => "time:inXSDgYearMonth", _ => "time:inXSDgYear" }, Term.Date(date));
        return instant;
    }

    private IEnumerable<DecisionLink> DecisionsOn(BodyId body) => view.History.Chronicle.Days.TakeWhile(d => d.Date <= view.AsOf).SelectMany(d => d.Facts)
        .Where(f => f.Event is BodyEvent e && e.Body == body).Select(f => view.Link(f.Decision)).OfType<DecisionLink>().Distinct();

    private void Source(string subject, DecisionLink decision) => Source(graph, subject, decision);

    /// <summary>Says which decision something rests on, and what that is known as.</summary>
    internal static void Source(Graph graph, string subject, DecisionLink decision)
    {
        var name = NameOf(decision.Id.Value);
        graph.Link(subject, "dct:source", name);
        graph.Is(name, "opengov:Motion");
        graph.Say(name, "dct:title", new Term.Text(decision.Title, "nb"));
        graph.Say(name, "dct:date", Term.Date(decision.DecidedOn));
        if (decision.CaseNumber is { } number) graph.Say(name, "dct:identifier", new Term.Text(number));
    }
}
