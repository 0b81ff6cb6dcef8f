using Governance.Domain.Values;

namespace Governance.Api.Features.Privacy.Retention;

/// <summary>Rows that are of use for a time only, and are deleted after it.</summary>
/// <param name="Data">What they are called in the report.</param>
/// <param name="Table">Where they stand.</param>
/// <param name="Since">Says from when the time runs.</param>
/// <param name="OfCluster">Which of them are a cluster's, <c>$1</c>.</param>
public sealed record Prunable(string Data, Phrase Label, Phrase Why, int Days, string Table, string Since, string OfCluster)
{
    private const string OfWebhook = "webhook in (select id from gov_webhooks where cluster = $1)";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Prunable> All { get; } =
    [
        new("idempotency-keys", new("Nøkler mot gjentakelse", "Idempotency keys"), new("For å kjenne igjen en forespørsel som sendes to ganger.", "To know a request again that is sent twice."),
            30, "mt_doc_recordedrequest", "(data->>'recordedAt')::timestamptz", "tenant_id = $1"),
        new("private-reads", new("Hvem som har sett det private", "Who was shown what is private"), new("For å kunne se hvem som har sett hva, og svare den det gjelder.", "To see who saw what, and to answer whom it concerns."),
            730, "gov_private_reads", "read_at", "tenant_id = $1"),
        new("notices", new("Innkallinger sendt på e-post", "Notices sent by mail"), new("For å se hvem som har fått beskjed om et møte.", "To see who was told of a meeting."), 730, "gov_notices", "at", "tenant_id = $1"),
        new("deliveries", new("Forsøk på å sende", "Attempts to send"), new("For å se hvorfor en mottaker ikke får det den skal; høyst de hundre siste.", "To see why a subscriber does not get what it should; the latest hundred at most."),
            90, "gov_webhook_attempts", "at", OfWebhook),
        new("dead-letters", new("Det en mottaker avviste", "What a subscriber refused"), new("For å kunne sende det en gang til.", "To send it once more."), 365, "gov_webhook_dead_letters", "at", OfWebhook),
    ];
}
