using System.ComponentModel;
using Governance.Api.Features.Pages;
using Governance.Api.Http.Answers;
using Governance.Domain.Bodies;
using Governance.Domain.Meetings;
using Governance.Domain.Views;

namespace Governance.Api.Features.Bodies;

/// <summary>Which piece of a body's history.</summary>
public sealed record BodyQuestion([Description("The next of the piece before.")] string? After = null);

/// <summary>A body in full on a day, and all that has happened to it.</summary>
public sealed class BodyPage(Site site, ClusterViews views, AnswerCache answers) : ViewPage<BodyQuestion>(site, views, answers)
{
    private const int Most = 60;

    /// <summary>The body.</summary>
    public BodyView Body { get; private set; } = null!;

    /// <summary>What happened to it, oldest first.</summary>
    public Timeline History { get; private set; } = null!;

    /// <summary>The bodies it advises.</summary>
    public IReadOnlyList<BodyLink> AdvisoryTo { get; private set; } = [];

    /// <summary>Its meetings to come.</summary>
    public IReadOnlyList<PlannedMeetingView> Ahead { get; private set; } = [];

    /// <summary>Its meetings whose minutes are public, the latest first.</summary>
    public IReadOnlyList<PlannedMeetingView> Minutes { get; private set; } = [];

    /// <inheritdoc/>
    protected override bool Show(Viewpoint view, BodyQuestion asked)
    {
        var id = new BodyId(Id);
        if (BodyView.Of(view, id) is not { } body) return false;
        (Body, History) = (body, Timeline.Of(view, new(Body: id), asked.After, Most)!);
        AdvisoryTo = [.. body.AdvisoryTo.Select(a => view.Link(view.State?.Bodies.GetValueOrDefault(a) ?? view.Last!.Bodies[a]))];
        Minutes = [.. PlannedMeetingView.All(view).Where(m => m.Body.Id == id && view.History.PlannedMeetings[m.Id].PublishedVersion > 0)];
        Ahead = [.. PlannedMeetingView.All(view).Where(m => m.Body.Id == id && m.Day >= view.AsOf && m.Status is MeetingStatus.Planned or MeetingStatus.Called).Where(m => m.Body.Id == id)];
        return true;
    }
}
