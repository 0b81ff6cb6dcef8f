using Governance.Api.Clusters;
using Governance.Api.Features.Pages;
using Governance.Api.Features.Recording;
using Governance.Api.Features.Recording.Forms;
using Governance.Api.Http.Problems;
using Governance.Api.Security;
using Governance.Domain.Clusters;
using Governance.Domain.People;
using Governance.Domain.Values;
using Governance.Domain.Views;
using Microsoft.AspNetCore.Mvc;
using Wolverine;

namespace Governance.Api.Features.People;

/// <summary>A person who turned out to be another, with what comes together when the two become one.</summary>
[RequiresRole(Role.Secretary)]
public sealed class MergePersonPage(Site site, ClusterViews views, IMessageBus bus) : WorkPage(site, views)
{
    /// <summary>The person that is to go.</summary>
    public PersonView Person { get; private set; } = null!;

    /// <summary>The person that stays, once chosen.</summary>
    public PersonView? Into { get; private set; }

    /// <summary>Everybody else.</summary>
    public NameList Others { get; private set; } = NameList.Empty;

    /// <summary>What was chosen or typed.</summary>
    public string Chosen { get; private set; } = "";

    /// <summary>What is wrong with the choice.</summary>
    public Phrase? Fault { get; private set; }

    /// <summary>Why the two cannot be one.</summary>
    public Complaints Complaints { get; private set; } = Complaints.None;

    /// <summary>What others recorded since this was shown.</summary>
    public IReadOnlyList<Registration> Since { get; private set; } = [];

    /// <summary>Shows what would come together.</summary>
    public async Task<IActionResult> OnGetAsync(string? into, CancellationToken ct) => await LookAsync(into, ct) ?? Page();

    /// <summary>Makes the two one.</summary>
    public async Task<IActionResult> OnPostAsync(string? into, long position, CancellationToken ct)
    {
        if (await LookAsync(into, ct) is { } refusal) return refusal;
        if (Into is null || Complaints.Any) return Page();
        var outcome = await bus.InvokeForTenantAsync<WriteOutcome>(Cluster, new MergePerson(Once(position, Into.Id.ToString()), new(Id), Into.Id), ct);
        if (outcome is WriteOutcome.Recorded) return Go($"/people/{Into.Id}", "done", ("done", "merged"));
        if (outcome is WriteOutcome.Refused refused) Complaints = Judging.Of(refused.Violations, [], refused.Cluster);
        else if (outcome is WriteOutcome.Stale) Since = RecordedSince(position);
        else return new AnswerResult(WriteProblems.Of(outcome, position));
        return Page();
    }

    private async Task<IActionResult?> LookAsync(string? into, CancellationToken ct)
    {
        if (await SeeAsync(ct) is { } refusal) return refusal;
        var (id, history) = (new PersonId(Id), Seen.View.History);
        if (history.Aliases.TryGetValue(id, out var stays)) return Redirect(Site.To.Person(stays));
        if (Seen.View.Card(id) is { Erased: true } || PersonView.Of(Seen.View, id) is not { } person) return new AnswerResult(Problem.NotFound);
        Person = person;
        Others = new(ReferenceChoices.On(Seen.Live, Site.Today, Site.Language, [])[ReferenceChoices.PeopleList].All.Where(n => n.Key != id.ToString()));
        var text = into?.Trim() ?? "";
        Chosen = Others.LabelOf(text) ?? text;
        Site.Keep(("into", text.Length == 0 ? null : text));
        if (Others.KeyOf(Chosen) is { } key) Choose(new(Guid.Parse(key)));
        else if (into is not null) Fault = new("Velg en person fra listen.", "Choose a person from the list.");
        return null;
    }

    private void Choose(PersonId into)
    {
        Into = PersonView.Of(Seen.View, into);
        Complaints = Judging.Of(MergeRules.Check(Seen.View.History, new PersonMerged(Person.Id, into)), [], Seen.Live);
    }
}
