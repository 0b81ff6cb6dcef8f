using Governance.Api.Features.Recording.Forms;
using Governance.Api.Features.Webhooks;
using Governance.Domain.Values;

namespace Governance.Api.Features.Recording.Words;

/// <summary>What others may be told of, as a form offers it.</summary>
public static class EventWords
{
    private static readonly Dictionary<string, Phrase> labels = new(StringComparer.Ordinal)
    {
        ["decision-recorded"] = new("Et vedtak protokollføres", "A decision is recorded"),
        ["decision-corrected"] = new("Et vedtak rettes", "A decision is corrected"),
        ["decision-annulled"] = new("Et vedtak annulleres", "A decision is annulled"),
        ["took-effect"] = new("Det som er vedtatt på forhånd, begynner å gjelde", "What was decided beforehand takes effect"),
        ["meeting-recorded"] = new("Et møte føres inn", "A meeting is entered"),
        ["meeting-planned"] = new("Et møte planlegges", "A meeting is planned"),
        ["meeting-rescheduled"] = new("Et møte flyttes", "A meeting is moved"),
        ["meeting-cancelled"] = new("Et møte avlyses", "A meeting is cancelled"),
        ["notice-sent"] = new("Det kalles inn til et møte", "Notice is given of a meeting"),
        ["meeting-held"] = new("Et møte holdes", "A meeting is held"),
        ["minutes-approved"] = new("En protokoll godkjennes", "Minutes are approved"),
        ["minutes-published"] = new("En protokoll offentliggjøres", "Minutes are published"),
        ["finding-accepted"] = new("En merknad godtas", "A finding is accepted"),
        ["person-registered"] = new("En person registreres", "A person is registered"),
        ["person-updated"] = new("Opplysninger om en person endres", "What is known of a person changes"),
        ["person-merged"] = new("To personer slås sammen", "Two persons are merged"),
        ["person-erased"] = new("En person slettes", "A person is erased"),
        ["text-redacted"] = new("En tekst sladdes", "A text is redacted"),
        ["cluster-founded"] = new("Klyngen stiftes", "The cluster is founded"),
        ["cluster-corrected"] = new("Opplysninger om klyngen rettes", "What is known of the cluster is corrected"),
    };

    /// <summary>All of them, the likeliest first.</summary>
    public static IReadOnlyList<Option> Options { get; } = [.. WebhookRequestRules.Types.OrderBy(type => labels.Keys.ToList().IndexOf(type)).Select(type => new Option(type, Of(type)))];

    /// <summary>One in words; its own word where it has none.</summary>
    public static Phrase Of(string type) => labels.TryGetValue(type, out var label) ? label : new(type, type);
}
