using System.Security.Cryptography;
using System.Text;
using Governance.Domain.Bodies;
using Governance.Domain.Composition;
using Governance.Domain.Decisions;
using Governance.Domain.Partners;
using Governance.Domain.People;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Domain.Findings;

/// <summary>What a finding is about: while it lasts it is about the same.</summary>
public sealed record Subject
{
    /// <summary>The body, if it is about one.</summary>
    public BodyId? Body { get; init; }

    /// <summary>The seat.</summary>
    public SeatId? Seat { get; init; }

    /// <summary>The person.</summary>
    public PersonId? Person { get; init; }

    /// <summary>The partner.</summary>
    public PartnerId? Partner { get; init; }

    /// <summary>The decision.</summary>
    public DecisionId? Decision { get; init; }

    /// <summary>Another body that it is about: the one a text means.</summary>
    public BodyId? OtherBody { get; init; }

    /// <summary>Another person that it is about: the one a person may be.</summary>
    public PersonId? OtherPerson { get; init; }

    /// <summary>Which of several such things: the name in a text, or a group of seats.</summary>
    public string? Detail { get; init; }
}

/// <summary>A rule that is not met: reported, never blocking.</summary>
/// <param name="Since">First day of the unbroken stretch of days on which it is so.</param>
public sealed record Finding(FindingCode Code, Subject About, PartialDate Since, Phrase Message)
{
    /// <summary>Made of code, subject and first day: the same for as long as the finding lasts, and another when it comes back.</summary>
    public Guid Id { get; } = IdOf(Code, About, Since.First);

    /// <summary>How much it matters.</summary>
    public Severity Severity => Severities.Of(Code);

    /// <summary>The note it was accepted with; null while it is open.</summary>
    public string? Note { get; init; }

    // Acceptances in the log refer to these ids: what goes into them must not change.
    private static Guid IdOf(FindingCode code, Subject about, DateOnly since)
    {
        var text = string.Join('|', Words.Of(code), about.Body, about.Seat, about.Person, about.Partner, about.Decision, about.OtherBody, about.OtherPerson, about.Detail, since.ToString("yyyy-MM-dd"));
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16);
        hash[6] = (byte)(hash[6] & 0x0F | 0x80);
        hash[8] = (byte)(hash[8] & 0x3F | 0x80);
        return new(hash, bigEndian: true);
    }
}
