using Governance.Api.Clusters;
using Governance.Api.EventStore;
using Governance.Api.Features.People;
using Governance.Domain.Clusters;
using Governance.Domain.Decisions;
using Governance.Domain.People;

namespace Governance.Api.Features.Import;

/// <summary>What an import came to, or would: how much was taken in, and the id behind each key of the document.</summary>
public sealed record ImportAnswer(string Cluster, long Position, int Decisions, int People, IReadOnlyDictionary<string, Guid> Ids);

/// <summary>Turns an import document into acts, all or nothing. The same document on the same state comes to the same, ids included.</summary>
/// <param name="hash">The request's hash.</param>
/// <param name="updated">What is to be kept of persons who are registered already: entered after all else.</param>
public sealed class ImportHistory(ClusterSlug slug, ImportRequest document, byte[] hash, Calendar calendar, IReadOnlyList<Person>? updated = null)
{
    private ImportAnswer? judged;

    /// <summary>How many acts it comes to on a state.</summary>
    private int Acts(bool founds) => (founds ? 1 : 0) + (document.People?.Count ?? 0) + (document.Decisions?.Count ?? 0) + (updated?.Count ?? 0);

    /// <summary>What it came to when its last act was at a position.</summary>
    public ImportAnswer At(LiveCluster live, long position) => judged?.Position == position ? judged : Judge(live.AtPosition(position - Acts(Founded(position)))).Answer!;

    /// <summary>Whether it founded the cluster, when its last act was at a position.</summary>
    public bool Founded(long position) => document.Cluster is not null && position == Acts(founds: true);

    /// <summary>The position before an import whose last act is at one: the ids that it makes tell where it began.</summary>
    public static long StartOf(ClusterHistory history, long position, byte[] hash)
    {
        for (var start = position - 1; start > 0; start--)
            if (Made(history.Acts[(int)start].Event) == NewIds(hash, start)()) return start;
        return 0;
    }

    /// <summary>What is to be written on a state, and what it comes to if it is not refused.</summary>
    /// <param name="progress">Told how many decisions are read.</param>
    public (Verdict Verdict, ImportAnswer? Answer) Judge(ClusterHistory before, IProgress<long>? progress = null)
    {
        if (before.Position == 0 && document.Cluster is null) return (new Verdict.Absent(), null);
        var newId = NewIds(hash, before.Position);
        var founding = before.Position == 0 ? document.Cluster!.Founding(slug) : null;
        var today = founding is null ? calendar.Today(before) : calendar.Day(founding.Act.TimeZone).Date;
        if (founding?.Violations(today) is { IsEmpty: false } wrong) return (new Verdict.Refuse(wrong), null);

        var people = (document.People ?? []).Select(p => (p.Keys, Row: p.Person.Row(newId()))).ToList();
        List<Verdict.Write> first = [
            .. founding is null ? Array.Empty<Verdict.Write>() : [new(founding.Act, [])],
            .. people.Select(p => new Verdict.Write(new PersonRegistered(new(p.Row.Id)), []) { People = [p.Row] })];
        var history = before.With([.. first.Select((w, i) => new RecordedAct(before.Position + i + 1, before.RecordedAt.AddMicroseconds(i + 1), null, w.Act, []))]);
        var keys = people.SelectMany(p => p.Keys.Select(k => KeyValuePair.Create(k, new PersonId(p.Row.Id)))).DistinctBy(k => k.Key).ToDictionary();
        var outcome = new Domain.Decisions.Import(history, today, keys, newId).Run([.. (document.Decisions ?? []).Select(d => new ImportedDecision(d.Decision, d.Id, d.Corrects, d.Reason))], progress);
        var answer = new ImportAnswer(slug.Value, before.Position + Acts(founding is not null), document.Decisions?.Count ?? 0, people.Count, outcome.Ids);
        if (outcome.Violations is { IsEmpty: false } violations) return (new Verdict.Refuse(violations), answer);
        judged = answer;

        List<Verdict.Write> all = [.. first, .. outcome.Entries.Select(e => new Verdict.Write(e.Act, e.Facts) { People = [.. e.Persons.Select(NewPersons.Row)] }),
            .. (updated ?? []).Select(row => new Verdict.Write(new PersonUpdated(new(row.Id)), []) { People = [row] })];
        return (all is [var act, .. var more] ? act with { More = more } : new Verdict.Nothing(), answer);
    }

    /// <summary>Founded with it or just before it, the document makes the same ids.</summary>
    private static Func<Guid> NewIds(byte[] hash, long position) => Ids.From([.. hash, .. BitConverter.GetBytes(Math.Max(position, 1))]);

    private static Guid? Made(RegisterEvent act) => act switch
    {
        PersonRegistered e => e.Person.Value,
        DecisionRecorded e => e.Decision.Value,
        _ => null,
    };
}
