using Governance.Domain.Bodies;
using Governance.Domain.Composition;
using Governance.Domain.Decisions;
using Governance.Domain.Findings;
using Governance.Domain.Partners;
using Governance.Domain.People;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Api.Features.Findings;

/// <summary>A finding as a client is told of it. <c>Since</c> is the day it began; <c>Note</c> is what it was accepted with.</summary>
public sealed record FindingAnswer(
    Guid Id, FindingCode Code, Severity Severity, string Message, PartialDate Since, BodyId? Body, SeatId? Seat, PersonId? Person, PartnerId? Partner, DecisionId? Decision, string? Note)
{
    /// <summary>The finding in a language.</summary>
    public static FindingAnswer Of(Finding f, Language language) =>
        new(f.Id, f.Code, f.Severity, f.Message.In(language), f.Since, f.About.Body, f.About.Seat, f.About.Person, f.About.Partner, f.About.Decision, f.Note);
}

/// <summary>The findings on a day, the worst first; the accepted ones apart.</summary>
public sealed record FindingsAnswer(DateOnly AsOf, IReadOnlyList<FindingAnswer> Findings, IReadOnlyList<FindingAnswer> Accepted);
