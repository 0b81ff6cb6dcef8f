using Governance.Api.Features.Meetings.Items;
using Governance.Api.Features.Meetings.Planning;
using Governance.Api.Features.Pages;
using Governance.Api.Features.Privacy;
using Governance.Api.Security;
using Governance.Domain.Meetings;
using Governance.Domain.People;
using Governance.Domain.Values;
using Microsoft.AspNetCore.Mvc;
using Wolverine;

namespace Governance.Api.Features.Meetings.Notices;

/// <summary>The notice of a meeting: the mail as it would go out, to whom, and how far it has come.</summary>
[RequiresRole(Role.Secretary)]
public sealed class NoticePage(Site site, ClusterViews views, SavedProceedings saved, IMessageBus bus, NoticeRows rows, MailRules rules, PrivateReads reads) : PlannedPage(site, views, saved, bus)
{
    /// <summary>The mail as it would be now.</summary>
    public NoticeText Text { get; private set; } = null!;

    /// <summary>Who would get it, with their address where one is known.</summary>
    public IReadOnlyList<(InvitedView Called, string? Address)> Receivers { get; private set; } = [];

    /// <summary>How far what was sent last has come.</summary>
    public IReadOnlyList<(NoticeRow Row, string Name)> Rows { get; private set; } = [];

    /// <summary>Whether mail goes out from here.</summary>
    public bool CanMail => rules.IsOn;

    /// <summary>What is said in it besides the agenda.</summary>
    public string? Message { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LookAsync(ct) is { } refusal) return refusal;
        Message ??= Meeting.Notice?.Message;
        await PreviewAsync(ct);
        return Page();
    }

    /// <summary>Sends it, shows it with another message, or takes the case numbers alone.</summary>
    public async Task<IActionResult> OnPostAsync(long position, CancellationToken ct)
    {
        Message = Sent("message");
        if (await OnGetAsync(ct) is not Microsoft.AspNetCore.Mvc.RazorPages.PageResult) return new AnswerResult(Http.Problems.Problem.NotFound);
        var mail = Sent("do") == "send";
        if (Sent("do") == "preview") return Page();
        return await RecordAsync(request => new SendNotice(request, Meeting.Id, Message, mail), position, $"{Message} {mail}", $"/meetings/{Meeting.Id}/notice", mail ? "called" : "numbered", ct);
    }

    private async Task PreviewAsync(CancellationToken ct)
    {
        var numbered = ProceedingsRules.Numbered(Seen.Live.History, Meeting, Proceedings).Select(i => i.Item.Sent(i.Number));
        Text = NoticeText.Of(Seen.View with { Language = Language.Nb }, Meeting with { Sequence = Meeting.Notice is null ? 0 : Meeting.Sequence + 1 }, new NoticeSent(Meeting.Id, [.. numbered], [], Message));
        var called = Written.Invited.Where(i => !i.Away).ToList();
        var held = (await reads.ShowAsync(Cluster, Site.Caller.ActorId!, [.. called.Select(c => c.Person.Id.Value)], null, ct)).ToDictionary(p => p.Id, p => p.Email);
        Receivers = [.. called.Select(c => (c, held.GetValueOrDefault(c.Person.Id.Value)))];
        var told = Seen.Live.History.Acts.Where(a => a.Event is MeetingEvent e && e.Meeting == Meeting.Id && e.IsTold()).Select(a => a.Position).ToArray();
        Rows = [.. (await rows.ListAsync(Cluster, told, ct)).Select(r => (r, Seen.View.NameOf(new PersonId(r.Person))))];
    }
}
