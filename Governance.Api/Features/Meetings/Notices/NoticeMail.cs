using System.Text;
using Governance.Domain.Clusters;
using Governance.Domain.Meetings;
using Governance.Domain.Views;
using MimeKit;

namespace Governance.Api.Features.Meetings.Notices;

/// <summary>Makes the mail to one of those who are called: text, and an invitation that calendars understand. Nobody else's address stands in it.</summary>
public static class NoticeMail
{
    /// <summary>The mail about an act.</summary>
    /// <param name="position">The act's: sent twice, the mail is known by its id to be the same.</param>
    public static MimeMessage Of(Viewpoint view, Meeting meeting, RegisterEvent act, long position, Guid person, string name, string address, MailRules rules)
    {
        var text = NoticeText.Of(view, meeting, act);
        var from = MailboxAddress.Parse(rules.From);
        var sender = new MailboxAddress(Encoding.UTF8, view.State is { } state ? view.NameOf(state.Names.Current) : view.History.Id, from.Address);
        var invitation = Invitation.Text(meeting, view.History.Id, text.Title, view.History.Founding!.TimeZone, from.Address, address, name);
        var calendar = new TextPart("calendar") { Text = invitation };
        calendar.ContentType.Parameters.Add("method", meeting.Cancellation is null ? "REQUEST" : "CANCEL");
        var message = new MimeMessage
        {
            Subject = text.Subject,
            MessageId = $"{view.History.Id}.{position}.{person:N}@{from.Domain}",
            Date = meeting.ChangedAt,
            Body = new MultipartAlternative(new TextPart("plain") { Text = text.Body }, calendar),
        };
        message.From.Add(sender);
        message.To.Add(new MailboxAddress(Encoding.UTF8, name, address));
        return message;
    }
}
