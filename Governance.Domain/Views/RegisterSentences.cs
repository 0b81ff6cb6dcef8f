using System.Diagnostics;
using Governance.Domain.Clusters;
using Governance.Domain.Decisions;
using Governance.Domain.Meetings;
using Governance.Domain.Values;

namespace Governance.Domain.Views;

/// <summary>Acts on the register in sentences.</summary>
internal static class RegisterSentences
{
    public static string Of(Viewpoint view, RegisterEvent act)
    {
        return act switch
        {
            ClusterFounded e when view.NameOf(e.Name, e.NameEn) is var name => Say($"{name} ble stiftet.", $"{name} was founded."),
            ClusterCorrected e when view.NameOf(e.Name, e.NameEn) is var name => Say($"Opplysningene om {name} ble rettet.", $"The particulars of {name} were put right."),
            DecisionRecorded e when Title(e.Head) is var title => Say($"{title} ble protokollført.", $"{title} was recorded."),
            DecisionCorrected e when Title(e.Head) is var title => Say($"{title} ble rettet.", $"{title} was corrected."),
            DecisionAnnulled e when Decision(e.Decision) is var title => Say($"{title} ble annullert.", $"{title} was annulled."),
            MeetingRecorded e when Body(e) is var body => Say($"Møte {e.Number} i {body} ble ført inn.", $"Meeting {e.Number} of {body} was entered."),
            MeetingEvent e => MeetingSentences.Of(view, e),
            PersonRegistered e when Person(e.Person) is var name => Say($"{name} ble ført inn blant personene.", $"{name} was entered among the people."),
            PersonUpdated e when Person(e.Person) is var name => Say($"Opplysningene om {name} ble endret.", $"What is known of {name} was changed."),
            PersonMerged e when Person(e.Into) is var name => Say($"To oppføringer av {name} ble slått sammen.", $"Two entries of {name} were merged."),
            PersonErased => Say("Opplysningene om en person ble slettet.", "What was known of a person was erased."),
            TextRedacted { Decision: { } id } when Decision(id) is var title => Say($"{title} fikk tekst sladdet.", $"{title} had text redacted."),
            TextRedacted => Say("En registrering fikk tekst sladdet.", "A registration had text redacted."),
            FindingAccepted => Say("En merknad ble godtatt.", "A finding was accepted."),
            _ => throw new UnreachableException($"No sentence for {act.GetType().Name}."),
        };

        string Say(string nb, string en) => view.Language == Language.En ? en : nb;

        string Title(DecisionHead head) => head.Visibility == Visibility.Internal && view.Audience == Audience.Public
            ? Say("Et internt vedtak", "An internal decision")
            : Say($"Vedtak {head.CaseNumber} «{head.Title}»", $"Decision {head.CaseNumber} “{head.Title}”").Replace("  ", " ", StringComparison.Ordinal);

        string Decision(DecisionId id) => view.History.Decisions.TryGetValue(id, out var decision) ? Title(decision.Current.Head) : Say("Et vedtak", "A decision");

        string Person(People.PersonId id) => view.NameOf(id);

        string Body(MeetingRecorded e) =>
            (view.History.AsOf(e.HeldOn.First) ?? view.Last)?.Bodies.GetValueOrDefault(e.Body) is { } body ? view.NameOf(body.Names.Current) : Vocabulary.SomeBody.In(view.Language);
    }
}
