using Governance.Api.Features.People;
using Governance.Api.Http.Binding;
using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Decisions;
using Governance.Domain.Mandates;
using Governance.Domain.Partners;
using Governance.Domain.People;
using Governance.Domain.Time;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Api.Features.Import.Popolo;

/// <summary>What a document comes to as one of our own imports.</summary>
/// <param name="Places">For each decision, the places in the document that its changes come from.</param>
public sealed record PopoloTaken(ImportRequest Request, IReadOnlyList<IReadOnlyList<string>> Places, IReadOnlyList<(string At, Phrase Message)> Notes);

/// <summary>Tells a Popolo document as a history: each record from its own date on.</summary>
internal sealed class PopoloHistory
{
    private readonly PopoloDocument document;
    private readonly PopoloOrganizations organizations;
    private readonly PartialDate founded;
    private readonly PopoloPlan plan = new();

    private PopoloHistory(PopoloDocument document, PopoloOrganizations organizations, PartialDate founded) => (this.document, this.organizations, this.founded) = (document, organizations, founded);

    /// <summary>The import, or all that is wrong with the document.</summary>
    /// <param name="known">When the cluster was founded; null where it is new.</param>
    public static (PopoloTaken? Taken, IReadOnlyList<Fault> Faults) Of(PopoloDocument document, ClusterSlug slug, PartialDate? known, DateOnly today)
    {
        var understood = new PopoloOrganizations(document, slug);
        List<Fault> faults = [.. PopoloCheck.Faults(document, understood)];
        if (known is null && understood.Root is null)
            faults.Add(new("/organizations", new("Ingen av organisasjonene er klyngen: gi den klyngens id, eller grunnlegg klyngen først.", "None of the organisations is the cluster: give it the cluster's id, or found the cluster first.")));
        var begun = known ?? understood.Root?.Founded ?? understood.First;
        if (begun is null && understood.Root is { } root) faults.Add(new($"{root.At}/founding_date", new("Mangler, og ingen andre datoer sier når klyngen begynte.", "Is missing, and no other date says when the cluster began.")));
        return faults.Count > 0 ? (null, faults) : (new PopoloHistory(document, understood, begun!.Value).Tell(isNew: known is null, today), []);
    }

    private PopoloTaken Tell(bool isNew, DateOnly today)
    {
        ImportedCluster? cluster = null;
        if (organizations.Root is { } root)
        {
            if (isNew && root.Founded is null) plan.Note($"{root.At}/founding_date", $"Mangler; den tidligste datoen i dokumentet, {founded}, er brukt.", $"Is missing; the earliest date in the document, {founded}, is used.");
            cluster = new(Named(root, founded, (from, name) => { if (isNew) plan.Add(from, PopoloPlan.Step.Rename, new RenameCluster(name), root.At); }), founded, OrganisationNumber: root.Number);
        }
        foreach (var body in organizations.Bodies) Body(body);
        foreach (var partner in organizations.Partners) Partner(partner);
        new PopoloSeats(document, organizations, plan, From).Tell();
        var (decisions, places) = plan.Decisions(today);
        var motions = document.Motions.Select(m => new ImportEntry(Motion(m))).ToList();
        return new(
            new(cluster, [.. document.Persons.Select((p, i) => new ImportedPerson(Person(p), Ref: PopoloKeys.Of("persons", p.Id, p.At)))], [.. decisions, .. motions]),
            [.. places, .. document.Motions.Select(m => (IReadOnlyList<string>)[m.At])], plan.Notes);
    }

    /// <summary>The day from which an organisation is told of.</summary>
    private PartialDate From(PopoloOrganization organization) => organizations.Begins(organization) ?? founded;

    private void Body(PopoloOrganization body)
    {
        var from = From(body);
        if (body.Founded is null) plan.Note($"{body.At}/founding_date", $"Mangler; {from} er brukt.", $"Is missing; {from} is used.");
        var kind = PopoloOrganizations.KindOf<BodyKind>(body.Classification, Vocabulary.Of);
        if (kind is null && body.Classification is { } word) plan.Note($"{body.At}/classification", $"«{word}» er ikke en av våre typer organ; «other» er brukt.", $"'{word}' is not one of our kinds of body; 'other' is used.");
        var parent = organizations.Find(body.Parent) is { } above && above != organizations.Root ? above : null;
        var later = parent is not null && From(parent).First > from.First;
        var key = Key(body);
        var name = Named(body, from, (at, next) => plan.Add(at, PopoloPlan.Step.Rename, new RenameBody("#" + key, next), body.At));
        plan.Add(from, PopoloPlan.Step.Establish, new EstablishBody(kind ?? BodyKind.Other, name, Parent: parent is null || later ? null : "#" + Key(parent)) { Ref = key }, body.At, organizations.Depth(body));
        if (later) plan.Add(From(parent!), PopoloPlan.Step.Rename, new MoveBody("#" + key, Parent: new("#" + Key(parent!))), $"{body.At}/parent_id");
        if (body.Mandate.Count > 0) plan.Add(body.MandateFrom ?? from, PopoloPlan.Step.Mandate, new AdoptMandate("#" + key, body.Mandate), $"{body.At}/extra/mandate");
        if (body.Dissolved is { } last) plan.Add(last.Next, PopoloPlan.Step.End, new DissolveBody("#" + key), $"{body.At}/dissolution_date");
    }

    private void Partner(PopoloOrganization partner)
    {
        var from = From(partner);
        if (partner.PartnerSince is null) plan.Note(partner.At, $"Ingenting sier når den ble partner; {from} er brukt.", $"Nothing says when it became a partner; {from} is used.");
        var key = Key(partner);
        var name = Named(partner, from, (at, next) => plan.Add(at, PopoloPlan.Step.Rename, new RenamePartner("#" + key, next), partner.At));
        plan.Add(from, PopoloPlan.Step.Establish, new AdmitPartner(name, PopoloOrganizations.KindOf<PartnerKind>(partner.Classification, Vocabulary.Of) ?? PartnerKind.Other, OrganisationNumber: partner.Number) { Ref = key }, partner.At);
        if (partner.Dissolved is { } last) plan.Add(last.Next, PopoloPlan.Step.End, new WithdrawPartner("#" + key), $"{partner.At}/dissolution_date");
    }

    /// <summary>The name something begins with; those that follow are told as they come.</summary>
    private Name Named(PopoloOrganization organization, PartialDate from, Action<PartialDate, Name> rename)
    {
        var (name, since, next) = ((Name?)null, from, (PartialDate?)null);
        var others = organization.OtherNames.OrderBy(n => (n.From ?? n.Through)?.First ?? DateOnly.MaxValue).ToList();
        foreach (var (i, other) in others.Index())
        {
            var through = other.Through ?? others.Skip(i + 1).Select(n => n.From?.Previous).OfType<PartialDate>().Cast<PartialDate?>().FirstOrDefault();
            if (through is not { } last) plan.Note(other.At, $"«{other.Name}» har ingen siste dag og er utelatt: ingenting sier når navnet var i bruk.", $"'{other.Name}' has no last day and is left out: nothing says when the name was in use.");
            else if (last.Last >= from.First) Take(other.From ?? next ?? from, other.Name, last);
        }
        Take(next ?? from, organization.Name, null);
        return name!;

        void Take(PartialDate at, Name taken, PartialDate? through)
        {
            if (name is null || at.First <= since.First) name = taken;
            else rename(at, taken);
            next = through?.Next;
        }
    }

    private Decision Motion(PopoloMotion motion)
    {
        var by = organizations.Find(motion.Organization) is { } found && organizations.Bodies.Contains(found) ? "#" + Key(found) : null;
        return new(motion.Identifier, motion.Text, motion.Date, DecidedBy: by, DecidedByText: by is null ? "Overtatt fra Popolo" : null);
    }

    private static NewPersonRequest Person(PopoloPerson person) => new(
        person.Name, Email: person.Email, Gender: person.Gender?.ToLowerInvariant() switch { "female" or "kvinne" => Gender.Female, "male" or "mann" => Gender.Male, _ => null },
        ExternalIds: [.. person.Identifiers.Select(i => new ExternalId(i.Scheme, i.Identifier))]);

    private static string Key(PopoloOrganization organization) => PopoloKeys.Of("organizations", organization.Id, organization.At);
}
