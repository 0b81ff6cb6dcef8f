using Governance.Api.EventStore;
using Governance.Api.Http.Binding;
using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Mandates;
using Governance.Domain.Partners;
using Governance.Domain.Time;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Api.Features.Import.Popolo;

/// <summary>What a document comes to as one of our own imports.</summary>
/// <param name="Places">For each decision, the places in the document that its changes come from.</param>
/// <param name="IsUpdate">Whether the cluster has something of the document already: then only what has changed since is taken in.</param>
public sealed record PopoloTaken(ImportRequest Request, IReadOnlyList<IReadOnlyList<string>> Places, IReadOnlyList<ImportedNote> Notes, bool IsUpdate)
{
    /// <summary>What is to be kept of persons who are registered already and told of otherwise.</summary>
    public IReadOnlyList<Person> Updated { get; init; } = [];
}

/// <summary>How a document is to be taken in.</summary>
/// <param name="Visibility">Of bodies and decisions that say nothing of it.</param>
/// <param name="Today">The day it is in the cluster's time zone.</param>
internal sealed record PopoloWay(ClusterSlug Slug, Visibility? Visibility, DateOnly Today);

/// <summary>Tells a Popolo document as a history: each record from its own date on; what the cluster has already, by what has changed.</summary>
internal sealed class PopoloHistory
{
    private readonly PopoloDocument document;
    private readonly PopoloOrganizations organizations;
    private readonly PartialDate founded;
    private readonly PopoloWay way;
    private readonly PopoloPlan plan;
    private readonly PopoloNames names;

    private PopoloHistory(PopoloDocument document, PopoloOrganizations organizations, PartialDate founded, PopoloWay way, PopoloPlan plan, PopoloNames names) =>
        (this.document, this.organizations, this.founded, this.way, this.plan, this.names) = (document, organizations, founded, way, plan, names);

    /// <summary>The import, or all that is wrong with the document.</summary>
    public static (PopoloTaken? Taken, IReadOnlyList<Fault> Faults) Of(PopoloDocument document, PopoloKnown known, PopoloWay way)
    {
        var noted = new PopoloPlan();
        var told = PopoloTimes.Told(document, noted, way.Today);
        var understood = new PopoloOrganizations(told, way.Slug);
        var since = known.History.Founding?.FoundedOn;
        List<Fault> faults = [.. PopoloCheck.Faults(told, understood)];
        if (since is null && understood.Root is null)
            faults.Add(new("/organizations", new("Ingen av organisasjonene er klyngen: gi den klyngens id, eller grunnlegg klyngen først.", "None of the organisations is the cluster: give it the cluster's id, or found the cluster first.")));
        var begun = since ?? understood.Root?.Founded ?? understood.First;
        if (begun is null && understood.Root is { } root) faults.Add(new($"{root.At}/founding_date", new("Mangler, og ingen andre datoer sier når klyngen begynte.", "Is missing, and no other date says when the cluster began.")));
        if (faults.Count > 0) return (null, faults);
        noted.Note(document.Unused);
        return (new PopoloHistory(told, understood, begun!.Value, way, noted, new(known)).Tell(), []);
    }

    private PopoloTaken Tell()
    {
        var itself = organizations.Root is { } root ? new PopoloCluster(root, document, founded, plan, names) : null;
        var cluster = itself?.Founding();
        var isUpdate = document.Organizations.Any(o => names.Known.Organization(o.Id) is not null) || document.Memberships.Any(m => names.Known.Seat("memberships", m.Key) is not null);
        var people = document.Persons.Where(p => names.Known.Person(p.Id) is null).Select(p => new ImportedPerson(PopoloPeople.Request(p, plan), Ref: PopoloNames.RefOf(p))).ToList();
        List<Person> updated = [.. document.Persons.Select(p => names.Known.OwnRow(p.Id) is { Erased: false } row ? PopoloPeople.Updated(p, row, plan) : null).OfType<Person>()];
        PopoloWithheld.Note(document, plan);
        if (document.Motions.Any(m => m.Told is not null)) return new PopoloRetold(document, plan, names).Tell(cluster, people, isUpdate) with { Updated = updated };
        PopoloMisplaced.Note(organizations, plan);
        var update = new PopoloUpdate(document, organizations, plan, names, way.Today);
        if (isUpdate) itself?.Update(way.Today);
        foreach (var body in organizations.Bodies) Body(body, update);
        foreach (var partner in organizations.Partners) Partner(partner, update);
        new PopoloSeats(document, organizations, plan, names, update.Seats, From).Tell();
        if (isUpdate) update.EndWhatIsGone();
        var decisions = isUpdate ? plan.Update(way.Today, way.Visibility) : plan.EachDay(way.Today, way.Visibility);
        var motions = new PopoloMotions(document, organizations, names, plan, way.Visibility).New();
        return new(new(cluster, people, [.. decisions.Concat(motions).Select(d => d.Entry)]), [.. decisions.Concat(motions).Select(d => d.Places)], plan.Notes, isUpdate) { Updated = updated };
    }

    /// <summary>The day from which an organisation is told of.</summary>
    private PartialDate From(PopoloOrganization organization) => organizations.Begins(organization) ?? founded;

    private void Body(PopoloOrganization body, PopoloUpdate update)
    {
        var kind = PopoloOrganizations.KindOf<BodyKind>(body.Classification, Vocabulary.Of);
        if (kind is null && body.Classification is { } word) plan.Note($"{body.At}/classification", $"«{word}» er ikke en av våre typer organ; «other» er brukt.", $"'{word}' is not one of our kinds of body; 'other' is used.");
        var parent = organizations.Find(body.Parent) is { } above && above != organizations.Root ? above : null;
        if (names.Known.Organization(body.Id) is { } id)
        {
            update.Body(new(id), body, kind, parent);
            return;
        }
        var from = From(body);
        if (body.Founded is null) plan.Note($"{body.At}/founding_date", $"Mangler; {from} er brukt.", $"Is missing; {from} is used.");
        var later = parent is not null && From(parent).First > from.First;
        var (called, borne) = (names.Of(body), PopoloBorne.Of(body, from, plan));
        plan.Add(
            from, PopoloPlan.Step.Establish,
            new EstablishBody(kind ?? BodyKind.Other, borne[0].Name, borne[0].NameEn, parent is null || later ? null : names.Of(parent), Visibility: body.More.Visibility ?? way.Visibility) { Ref = PopoloNames.RefOf(body) },
            body.At, organizations.Depth(body));
        foreach (var name in borne.Skip(1)) plan.Add(name.From, PopoloPlan.Step.Rename, new RenameBody(called, name.Name, name.NameEn), body.At);
        if (later) plan.Add(From(parent!), PopoloPlan.Step.Rename, new MoveBody(called, Parent: new(names.Of(parent!))), $"{body.At}/parent_id");
        var advised = body.More.AdvisoryTo.Select(organizations.Find).OfType<PopoloOrganization>().ToList();
        if (advised.Count > 0) plan.Add(advised.Select(From).Append(from).MaxBy(d => d.First), PopoloPlan.Step.Rename, new MoveBody(called, AdvisoryTo: new([.. advised.Select(names.Of)])), $"{body.At}/extra/advisory_to");
        if (body.More.Mandate is { } m) plan.Add(m.From ?? from, PopoloPlan.Step.Mandate, new AdoptMandate(called, m.Points, m.Purpose, m.Through, m.Deliverable, m.Due), $"{body.At}/extra/mandate");
        if (body.More.Rules is { } rules) plan.Add(from, PopoloPlan.Step.Mandate, rules.For(called, CompositionRules.Default), $"{body.At}/extra/rules");
        if (body.Dissolved is { } last) plan.Add(last.Next, PopoloPlan.Step.End, new DissolveBody(called), $"{body.At}/dissolution_date", -organizations.Depth(body));
    }

    private void Partner(PopoloOrganization partner, PopoloUpdate update)
    {
        if (names.Known.Organization(partner.Id) is { } id)
        {
            update.Partner(new(id), partner);
            return;
        }
        var from = From(partner);
        if (partner.More.PartnerSince is null) plan.Note(partner.At, $"Ingenting sier når den ble partner; {from} er brukt.", $"Nothing says when it became a partner; {from} is used.");
        if (partner.Founded is not null) plan.Note($"{partner.At}/founding_date", "Er ikke brukt: når en partner ble stiftet, hører ikke til her.", "Is not used: when a partner was founded does not belong here.");
        var (called, borne) = (names.Of(partner), PopoloBorne.Of(partner, from, plan));
        var kind = PopoloOrganizations.KindOf<PartnerKind>(partner.Classification, Vocabulary.Of) ?? PartnerKind.Other;
        plan.Add(from, PopoloPlan.Step.Establish, new AdmitPartner(borne[0].Name, kind, borne[0].NameEn, partner.Number) { Ref = PopoloNames.RefOf(partner) }, partner.At);
        foreach (var name in borne.Skip(1)) plan.Add(name.From, PopoloPlan.Step.Rename, new RenamePartner(called, name.Name, name.NameEn), partner.At);
        if ((partner.More.PartnerThrough ?? partner.Dissolved) is { } last) plan.Add(last.Next, PopoloPlan.Step.End, new WithdrawPartner(called), $"{partner.At}/dissolution_date");
    }
}
