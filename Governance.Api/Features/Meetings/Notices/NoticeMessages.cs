namespace Governance.Api.Features.Meetings.Notices;

/// <summary>Something was recorded of a meeting that those who were called are to be told of: at this position.</summary>
public sealed record MeetingTold(string Cluster, long Position);

/// <summary>One of them is to be told by mail. Whether that is done already stands in a row: this may come twice.</summary>
public sealed record MailNotice(string Cluster, long Position, Guid Person);
