using System.Diagnostics;
using Governance.Domain.Composition;
using Governance.Domain.Values;

namespace Governance.Domain.Findings;

/// <summary>Somebody who sits has had more terms in unbroken service than the rules allow; deputies and observers are counted apart.</summary>
internal sealed class TermsExceeded() : BodyRule(FindingCode.TermsExceeded)
{
    public override IEnumerable<Subject> Broken(BodyOnDay at)
    {
        if (at.Body.Rules.MaxTerms is not { } most) return [];
        return from service in at.Appointed.Select(s => (s.Holder.Person, s.Seat.Group)).Distinct()
               where at.Body.Services[service].Terms.Count > most
               select new Subject { Body = at.Body.Id, Person = service.Person, Detail = Words.Of(service.Group) };
    }

    public override Phrase Tell(BodyOnDay at, Subject subject)
    {
        var group = Enum.GetValues<ServiceGroup>().First(g => Words.Of(g) == subject.Detail);
        var (person, role, body) = (at.Name(subject.Person!.Value), Role(group), at.Name());
        var (terms, most) = (at.Body.Services[(subject.Person.Value, group)].Terms.Count, at.Body.Rules.MaxTerms!.Value);
        return new(
            $"I {body.Nb} sitter {person.Nb}{role.Nb} i periode nummer {terms} på rad; reglene tillater høyst {most}.",
            $"In {body.En}, {person.En} sits{role.En} for term number {terms} in a row; the rules allow at most {most}.");
    }

    private static Phrase Role(ServiceGroup group) => group switch
    {
        ServiceGroup.Members => new("", ""),
        ServiceGroup.Deputies => new(" som vara", " as deputy"),
        ServiceGroup.Observers => new(" som observatør", " as observer"),
        _ => throw new UnreachableException($"No word for {group}."),
    };
}
