using Governance.Api.Features.Compare;
using Governance.Api.Features.Pages;
using Governance.Api.Http.Answers;
using Governance.Api.Http.Problems;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Api.Features.History;

/// <summary>Which part of history a page tells, and how. A person is asked for by id or by name.</summary>
public sealed record HistoryPageQuestion(
    DateOnly? From = null, DateOnly? To = null, ReportTopic? Topic = null, Guid? Body = null, string? Person = null, Guid? Partner = null,
    HistoryView View = HistoryView.Timeline, string? After = null);

/// <summary>All that has happened in a cluster and is decided to, or every registration of it.</summary>
internal sealed class HistoryPage(Site site, ClusterViews views, AnswerCache answers, ActorNames actors) : ClusterPage<HistoryPageQuestion>(site, views, answers)
{
    private const int Most = 100;

    /// <summary>What was asked for.</summary>
    public HistoryPageQuestion Asked { get; private set; } = new();

    /// <summary>Whether anything narrows down what is told.</summary>
    public bool IsFiltered => Asked is not { From: null, To: null, Topic: null, Body: null, Person: null, Partner: null };

    /// <summary>Those whom the person asked for may be; exactly one where it is clear.</summary>
    public IReadOnlyList<PersonLine> People { get; private set; } = [];

    /// <summary>What happened, oldest first.</summary>
    public IReadOnlyList<TimelineEntry> Entries { get; private set; } = [];

    /// <summary>The registrations, where they are asked for.</summary>
    public IReadOnlyList<AuditEntry> Registrations { get; private set; } = [];

    /// <summary>What those who made them are called, by id.</summary>
    public IReadOnlyDictionary<string, string> Actors { get; private set; } = new Dictionary<string, string>();

    /// <summary>What the next piece is asked for by.</summary>
    public string? Next { get; private set; }

    /// <summary>The years that something is told of.</summary>
    public IReadOnlyList<int> Years { get; private set; } = [];

    /// <summary>The bodies that can be asked for.</summary>
    public IReadOnlyList<BodyLink> Bodies { get; private set; } = [];

    /// <summary>The partners that can be asked for.</summary>
    public IReadOnlyList<PartnerLink> Partners { get; private set; } = [];

    /// <summary>The same told from elsewhere or otherwise.</summary>
    public string Told(string? after = null, HistoryView? how = null) => Site.To.Under("/history",
        ("from", Asked.From?.ToString("yyyy-MM-dd")), ("to", Asked.To?.ToString("yyyy-MM-dd")), ("topic", Asked.Topic is { } topic ? Words.Of(topic) : null), ("body", Asked.Body?.ToString()),
        ("person", Asked.Person), ("partner", Asked.Partner?.ToString()), ("view", (how ?? Asked.View) == HistoryView.Audit ? Words.Of(HistoryView.Audit) : null), ("after", after));

    /// <inheritdoc/>
    protected override async Task<Problem?> ShowAsync(Seen seen, HistoryPageQuestion asked, CancellationToken ct)
    {
        var view = seen.View;
        if (asked.View == HistoryView.Audit && view.Audience != Audience.Reader) return Site.Caller.ActorId is null ? Problem.Unauthenticated : Problem.Forbidden;
        Asked = asked;
        Bodies = BodyList.Ever(view);
        Partners = [.. (view.Last?.Partners.Values ?? []).Select(view.Link).OrderBy(p => p.Name, Alphabetical.Order)];
        if (asked.Person is { } called) People = Called(view, called);
        if (asked.Person is not null && People.Count != 1) return null;

        var filter = new TimelineFilter(asked.From, asked.To, null, People is [var person] ? person.Id : null, asked.Partner is { } partner ? new(partner) : null, asked.Body is { } body ? new(body) : null) { Topic = asked.Topic };
        if (asked.View == HistoryView.Audit) return await TellAsync(Audit.Of(view, filter, asked.After, Most, new WordDiff(ct: ct).Between), ct);
        if (Timeline.Of(view, filter, asked.After, Most) is not { } story) return Problem.NotFound;
        (Entries, Next) = (story.Entries, story.Next);
        Years = [.. ChangeDay.All(view, filter).Select(d => d.Date.First.Year).Distinct()];
        return null;
    }

    private async Task<Problem?> TellAsync(Audit? audit, CancellationToken ct)
    {
        if (audit is null) return Problem.NotFound;
        (Registrations, Next) = (audit.Entries, audit.Next);
        Actors = await actors.FindAsync([.. audit.Entries.SelectMany(e => e.Later.Prepend(e)).Select(e => e.Actor).OfType<string>().Distinct()], Site.Language, ct);
        return null;
    }

    private static List<PersonLine> Called(Viewpoint view, string called)
    {
        var all = PersonList.Of(view, PersonOrder.FamilyName).People;
        if (Guid.TryParse(called, out var id)) return [.. all.Where(p => p.Id == view.History.Aliases.GetValueOrDefault(new(id), new(id)))];
        IEnumerable<string> Names(PersonLine person) => view.MergedInto(person.Id).Select(m => m.Name.Text).Prepend(person.Name);
        var same = all.Where(p => Names(p).Contains(called.Trim(), StringComparer.OrdinalIgnoreCase)).ToList();
        return same.Count > 0 ? same : [.. all.Where(p => Names(p).Any(n => Spelling.Holds(n, called.Trim())))];
    }
}
