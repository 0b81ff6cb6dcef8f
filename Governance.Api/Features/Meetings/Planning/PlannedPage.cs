using Governance.Api.Clusters;
using Governance.Api.Features.Meetings.Items;
using Governance.Api.Features.Pages;
using Governance.Api.Features.Recording;
using Governance.Api.Http.Problems;
using Governance.Domain.Decisions;
using Governance.Domain.Meetings;
using Governance.Domain.Values;
using Governance.Domain.Views;
using Microsoft.AspNetCore.Mvc;
using Wolverine;

namespace Governance.Api.Features.Meetings.Planning;

/// <summary>A page about one planned meeting, for those who keep it.</summary>
public abstract class PlannedPage(Site site, ClusterViews views, SavedProceedings saved, IMessageBus bus) : WorkPage(site, views)
{
    /// <summary>The meeting.</summary>
    public Meeting Meeting { get; private set; } = null!;

    /// <summary>What is written for it.</summary>
    public Proceedings Proceedings { get; private set; } = null!;

    /// <summary>The same as it is shown.</summary>
    public ProceedingsView Written { get; private set; } = null!;

    /// <summary>The meeting as it is told.</summary>
    public PlannedMeetingView Told { get; private set; } = null!;

    /// <summary>What stood in the way of the press before.</summary>
    public IReadOnlyList<Phrase> Refusals { get; protected set; } = [];

    protected SavedProceedings Saved => saved;

    /// <summary>Looks at the meeting, and at what is written for it; answers what stands in the way.</summary>
    protected async Task<IActionResult?> LookAsync(CancellationToken ct)
    {
        if (await MeetAsync(ct) is { } refusal) return refusal;
        await ReadAsync(ct);
        return null;
    }

    /// <summary>Looks at the meeting alone, which takes no look into the database.</summary>
    protected async Task<IActionResult?> MeetAsync(CancellationToken ct)
    {
        if (await SeeAsync(ct) is { } refusal) return refusal;
        if (!Seen.View.History.PlannedMeetings.TryGetValue(new(Id), out var meeting)) return new AnswerResult(Problem.NotFound);
        Meeting = meeting;
        Told = PlannedMeetingView.Of(Seen.View, meeting.Id)!;
        return null;
    }

    /// <summary>Looks at what is written.</summary>
    protected async Task ReadAsync(CancellationToken ct)
    {
        Proceedings = await saved.FindAsync(Cluster, Meeting.Id, ct);
        Written = ProceedingsView.Of(Seen.Live, Meeting, Proceedings, Site.Language);
    }

    /// <summary>Writes something for the meeting and shows the page at the place it concerns.</summary>
    protected async Task<IActionResult> WriteAsync(Func<Proceedings, Proceedings> change, string path, string fragment, CancellationToken ct)
    {
        if (ProceedingsRules.Writable(Seen.Live.History, Meeting, change(Proceedings)) is { Length: > 0 } violations) return Refuse(violations);
        await saved.ChangeAsync(Cluster, Meeting.Id, change, ct);
        return Go(path, fragment);
    }

    /// <summary>Records something of the meeting, once though it is sent twice.</summary>
    protected async Task<IActionResult> RecordAsync(Func<WriteRequest, MeetingCommand> command, long position, string said, string path, string done, CancellationToken ct) =>
        await bus.InvokeForTenantAsync<WriteOutcome>(Cluster, command(Once(position, said)), ct) switch
        {
            WriteOutcome.Recorded => Go(path, "done", ("done", done)),
            WriteOutcome.Refused refused => Refuse(refused.Violations),
            WriteOutcome.Stale => Refuse(new Phrase("Noen andre har skrevet i mellomtiden. Se over, og trykk en gang til.", "Others have written meanwhile. Look it over, and press again.")),
            var other => new AnswerResult(WriteProblems.Of(other, position)),
        };

    /// <summary>The page with why a press came to nothing.</summary>
    protected IActionResult Refuse(IReadOnlyList<Violation> violations) => Refuse([.. violations.Select(v => ViolationTexts.Of(v))]);

    /// <inheritdoc cref="Refuse(IReadOnlyList{Violation})"/>
    protected virtual IActionResult Refuse(params Phrase[] refusals)
    {
        Refusals = refusals;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>A field of the form that was sent; null where it is empty.</summary>
    protected string? Sent(string word) => Request.Form[word].ToString().Trim() is { Length: > 0 } text ? text.ReplaceLineEndings("\n") : null;

    /// <summary>An id that was sent; empty where none was.</summary>
    protected Guid IdOf(string word) => Guid.TryParse(Sent(word), out var id) ? id : Guid.Empty;
}
