using Governance.Domain.Clusters;
using Governance.Domain.Time;

namespace Governance.Api.Features.Import.Popolo;

/// <summary>The organisation of a document that is the cluster itself.</summary>
internal sealed class PopoloCluster(PopoloOrganization root, PopoloDocument document, PartialDate founded, PopoloPlan plan, PopoloNames names)
{
    /// <summary>Its founding, and what it was called and strove for since.</summary>
    public ImportedCluster Founding()
    {
        var isNew = names.Known.History.Founding is null;
        if (isNew && root.Founded is null) plan.Note($"{root.At}/founding_date", $"Mangler; den tidligste datoen i dokumentet, {founded}, er brukt.", $"Is missing; the earliest date in the document, {founded}, is used.");
        if (root.Dissolved is not null) plan.Note($"{root.At}/dissolution_date", "Er ikke brukt: klyngen selv kan ikke oppløses.", "Is not used: the cluster itself cannot be dissolved.");
        var retold = document.Motions.Any(m => m.Told is not null);
        var borne = isNew ? PopoloBorne.Of(root, founded, plan) : [new(founded, root.Name, root.More.NameEn)];
        if (isNew && !retold)
        {
            foreach (var later in borne.Skip(1)) plan.Add(later.From, PopoloPlan.Step.Rename, new RenameCluster(later.Name, later.NameEn), root.At);
            if (root.More.Strategy is { } s) plan.Add(s.From ?? founded, PopoloPlan.Step.Mandate, new AdoptStrategy(s.Title, s.FocusAreas, s.Through), $"{root.At}/extra/strategy");
        }
        return new(borne[0].Name, founded, NameEn: borne[0].NameEn, TimeZone: root.More.TimeZone, OrganisationNumber: root.Number, Note: root.More.Note);
    }

    /// <summary>The cluster itself, founded before: it takes another name where the document tells when, after the one that it bears.</summary>
    public void Update(PartialDate today)
    {
        if (names.Known.History.AsOf(DateOnly.MaxValue) is not { } last) return;
        var founding = names.Known.History.Founding!;
        if (root.Founded is { } founded && founded != founding.FoundedOn) plan.Stands($"{root.At}/founding_date", founding.FoundedOn);
        var borne = PopoloBorne.Of(root, founding.FoundedOn, plan);
        if (PopoloBorne.Renamed(root, last.Names, plan, today) is var (from, name, english))
            if (borne.SkipLast(1).Any(n => n.Name.Text == last.Names.Current.Name.Text)) plan.Add(from, PopoloPlan.Step.Rename, new RenameCluster(name, english), root.At);
            else plan.Unused($"{root.At}/name", $"klyngen heter {last.Names.Current.Name}", $"the cluster is called {last.Names.Current.Name}");
        if (root.More.Strategy is { } s && !(last.Strategy is { } strategy && strategy.Title == s.Title && strategy.FocusAreas.SequenceEqual(s.FocusAreas) && strategy.ValidThrough == s.Through))
            if (s.From is { } adopted && adopted.First > (last.Strategy?.From.First ?? DateOnly.MinValue)) plan.Add(adopted, PopoloPlan.Step.Mandate, new AdoptStrategy(s.Title, s.FocusAreas, s.Through), $"{root.At}/extra/strategy");
            else plan.Unused($"{root.At}/extra/strategy", "en strategi som er vedtatt, endres ved et nytt vedtak", "a strategy that is adopted is changed by another decision");
        if (root.Number is { } number && number != founding.OrganisationNumber) plan.Unused($"{root.At}/identifiers", "opplysningene om klyngen rettes for seg", "the particulars of the cluster are put right apart");
    }
}
