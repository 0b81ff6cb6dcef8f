using Governance.Domain.Values;

namespace Governance.Api.Features.Meetings.Notices;

/// <summary>How far a mail has come, in words.</summary>
public static class NoticeWords
{
    /// <summary>By the word of the state.</summary>
    public static Phrase Of(string state) => state switch
    {
        "sent" => new("sendt", "sent"),
        "waiting" => new("venter", "waiting"),
        "refused" => new("avvist av mottakerens server", "refused by the receiver's server"),
        "unreachable" => new("ingen adresse", "no address"),
        _ => new("gitt opp", "given up"),
    };
}
