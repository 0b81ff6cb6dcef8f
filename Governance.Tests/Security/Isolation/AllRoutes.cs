namespace Governance.Tests.Security.Isolation;

/// <summary>What each route tells those of another cluster.</summary>
internal static class AllRoutes
{
    /// <summary>What everybody is told, whoever they are: the public part.</summary>
    public static IReadOnlySet<string> Open { get; } = Lines("""
        GET /{cluster}
        GET /{cluster}/committees
        GET /{cluster}/bodies/{id:guid}
        GET /{cluster}/people/{id:guid}
        GET /{cluster}/partners
        GET /{cluster}/partners/{id:guid}
        GET /{cluster}/decisions
        GET /{cluster}/decisions/{id:guid}
        GET /{cluster}/search
        GET /{cluster}/history
        GET /{cluster}/compare
        GET /{cluster}/reports/{year:int}
        GET /{cluster}/years
        GET /api/clusters/{cluster}
        GET /api/clusters/{cluster}/structure
        GET /api/clusters/{cluster}/committees
        GET /api/clusters/{cluster}/names
        GET /api/clusters/{cluster}/history
        GET /api/clusters/{cluster}/compare
        GET /api/clusters/{cluster}/reports/annual/{year:int}
        GET /api/clusters/{cluster}/changes
        GET /api/clusters/{cluster}/changes/stream
        GET /api/clusters/{cluster}/changes.atom
        GET /api/clusters/{cluster}/calendar.ics
        GET /api/clusters/{cluster}/export/popolo.json
        GET /api/clusters/{cluster}/export/members.csv
        GET /api/clusters/{cluster}/export/org.ttl
        GET /api/clusters/{cluster}/export/org.jsonld
        GET /api/clusters/{cluster}/search
        GET /api/clusters/{cluster}/bodies
        GET /api/clusters/{cluster}/bodies/{id:guid}
        GET /api/clusters/{cluster}/bodies/{id:guid}/history
        GET /api/clusters/{cluster}/partners
        GET /api/clusters/{cluster}/partners/{id:guid}
        GET /api/clusters/{cluster}/decisions
        GET /api/clusters/{cluster}/decisions/{id:guid}
        GET /api/clusters/{cluster}/people
        GET /api/clusters/{cluster}/people/{id:guid}
        GET /api/clusters/{cluster}/meetings
        GET /api/clusters/{cluster}/meetings/{id:guid}
        GET /api/clusters/{cluster}/meetings/planned
        GET /api/clusters/{cluster}/meetings/planned/{id:guid}
        GET /api/clusters/{cluster}/meetings/planned/{id:guid}/minutes
        GET /api/clusters/{cluster}/meetings/planned/{id:guid}/minutes.docx
        GET /api/clusters/{cluster}/meetings/planned/{id:guid}/minutes.pdf
        GET /api/clusters/{cluster}/meetings/planned/{id:guid}/papers/{paper:guid}
        GET /{cluster}/meetings
        GET /{cluster}/meetings/{id:guid}
        GET /{cluster}/meetings/{id:guid}/minutes
        """);

    /// <summary>What is as if the cluster were not there.</summary>
    public static IReadOnlySet<string> Closed { get; } = Lines("""
        GET /{cluster}/people
        GET /{cluster}/people/new
        GET /{cluster}/people/{id:guid}/edit
        GET /{cluster}/people/{id:guid}/merge
        GET /{cluster}/people/{id:guid}/access
        GET /{cluster}/people/{id:guid}/erase
        GET /{cluster}/meetings/new
        GET /{cluster}/meetings/plan
        GET /{cluster}/meetings/{id:guid}/agenda
        GET /{cluster}/meetings/{id:guid}/notice
        GET /{cluster}/meetings/{id:guid}/sitting
        GET /{cluster}/meetings/{id:guid}/reschedule
        GET /{cluster}/meetings/{id:guid}/edit
        GET /{cluster}/record
        GET /{cluster}/desk
        GET /{cluster}/drafts
        GET /{cluster}/drafts/{id:guid}
        GET /{cluster}/drafts/{id:guid}/preview
        GET /{cluster}/decisions/{id:guid}/correct
        GET /{cluster}/decisions/{id:guid}/annul
        GET /{cluster}/decisions/{id:guid}/redact
        GET /{cluster}/keys
        GET /{cluster}/people/{id:guid}/access
        GET /{cluster}/privacy
        GET /{cluster}/webhooks
        GET /{cluster}/webhooks/new
        GET /{cluster}/webhooks/{id:guid}
        GET /{cluster}/webhooks/{id:guid}/edit
        PATCH /api/clusters/{cluster}
        POST /api/clusters/{cluster}/import
        POST /api/clusters/{cluster}/import/popolo
        GET /api/clusters/{cluster}/export/events.ndjson
        GET /api/clusters/{cluster}/findings
        POST /api/clusters/{cluster}/findings/{id:guid}/acceptance
        POST /api/clusters/{cluster}/decisions
        POST /api/clusters/{cluster}/decisions/{id:guid}/correction
        POST /api/clusters/{cluster}/decisions/{id:guid}/annulment
        POST /api/clusters/{cluster}/decisions/{id:guid}/redaction
        POST /api/clusters/{cluster}/acts/{position:long}/redaction
        POST /api/clusters/{cluster}/people
        GET /api/clusters/{cluster}/people/{id:guid}/access
        POST /api/clusters/{cluster}/acts/{position:long}/redaction
        GET /api/clusters/{cluster}/retention
        GET /api/clusters/{cluster}/private-reads
        PATCH /api/clusters/{cluster}/people/{id:guid}
        POST /api/clusters/{cluster}/people/{id:guid}/merge
        DELETE /api/clusters/{cluster}/people/{id:guid}
        GET /api/clusters/{cluster}/people/{id:guid}/access
        GET /api/clusters/{cluster}/private-reads
        GET /api/clusters/{cluster}/retention
        GET /{cluster}/privacy
        POST /api/clusters/{cluster}/meetings
        POST /api/clusters/{cluster}/meetings/planned
        POST /api/clusters/{cluster}/meetings/planned/{id:guid}/rescheduling
        POST /api/clusters/{cluster}/meetings/planned/{id:guid}/cancellation
        POST /api/clusters/{cluster}/meetings/planned/{id:guid}/notice
        POST /api/clusters/{cluster}/meetings/planned/{id:guid}/holding
        POST /api/clusters/{cluster}/meetings/planned/{id:guid}/minutes/approval
        POST /api/clusters/{cluster}/meetings/planned/{id:guid}/minutes/publication
        GET /api/clusters/{cluster}/meetings/planned/{id:guid}/proceedings
        POST /api/clusters/{cluster}/meetings/planned/{id:guid}/items
        PUT /api/clusters/{cluster}/meetings/planned/{id:guid}/items/{item:guid}
        DELETE /api/clusters/{cluster}/meetings/planned/{id:guid}/items/{item:guid}
        PUT /api/clusters/{cluster}/meetings/planned/{id:guid}/items/{item:guid}/treatment
        POST /api/clusters/{cluster}/meetings/planned/{id:guid}/items/{item:guid}/papers
        DELETE /api/clusters/{cluster}/meetings/planned/{id:guid}/items/{item:guid}/papers/{paper:guid}
        POST /api/clusters/{cluster}/meetings/planned/{id:guid}/items/{item:guid}/follow-ups
        PUT /api/clusters/{cluster}/meetings/planned/{id:guid}/follow-ups/{task:guid}
        POST /api/clusters/{cluster}/meetings/planned/{id:guid}/absences
        POST /api/clusters/{cluster}/meetings/planned/{id:guid}/attendance
        GET /api/clusters/{cluster}/webhooks
        POST /api/clusters/{cluster}/webhooks
        GET /api/clusters/{cluster}/webhooks/{id:guid}
        PATCH /api/clusters/{cluster}/webhooks/{id:guid}
        DELETE /api/clusters/{cluster}/webhooks/{id:guid}
        POST /api/clusters/{cluster}/webhooks/{id:guid}/secret
        POST /api/clusters/{cluster}/webhooks/{id:guid}/replay
        POST /api/clusters/{cluster}/webhooks/{id:guid}/test
        GET /api/clusters/{cluster}/webhooks/{id:guid}/deliveries
        GET /api/clusters/{cluster}/webhooks/{id:guid}/dead-letters
        POST /api/clusters/{cluster}/webhooks/{id:guid}/dead-letters/{number:long}/retry
        DELETE /api/clusters/{cluster}/webhooks/{id:guid}/dead-letters/{number:long}
        """);

    /// <summary>Addresses that name no cluster, of keys and accounts: those of the other cluster are as if they were not there.</summary>
    public static IReadOnlySet<string> Apart { get; } = Lines("""
        GET /api/keys
        POST /api/keys
        DELETE /api/keys/{id}
        GET /api/accounts
        POST /api/accounts
        PATCH /api/accounts/{id}
        POST /api/accounts/{id}/password-link
        DELETE /api/accounts/{id}/second-factor
        POST /api/clusters
        """);

    /// <summary>What is of no cluster, or of whoever asks; and the front page, which lists the clusters there are.</summary>
    public static IReadOnlySet<string> OfNone { get; } = Lines("""
        GET /
        GET /sign-in
        GET /sign-in/code
        GET /sign-out
        GET /account
        GET /account/password
        GET /account/second-factor
        GET /account/set-password
        GET /assets/{file}
        GET /health/live
        GET /health/ready
        GET /openapi/{documentName}.json
        """);

    private static HashSet<string> Lines(string text) => new(text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
}
