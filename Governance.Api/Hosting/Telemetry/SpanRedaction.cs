using System.Diagnostics;
using OpenTelemetry;

namespace Governance.Api.Hosting.Telemetry;

/// <summary>Lets nothing out with a span but what is known to say nothing of anybody: an address may hold a name that was searched for, a fault what was written.</summary>
internal sealed class SpanRedaction : BaseProcessor<Activity>
{
    private static readonly HashSet<string> harmless = new(StringComparer.Ordinal)
    {
        "outcome", "http.route", "http.request.method", "http.response.status_code", "error.type",
        "db.system.name", "db.namespace", "db.query.text", "db.operation.name", "db.response.status_code", "db.npgsql.rows",
    };

    public override void OnEnd(Activity data)
    {
        foreach (var (name, _) in data.TagObjects.Where(t => !harmless.Contains(t.Key)).ToList()) data.SetTag(name, null);
        if (data.Status == ActivityStatusCode.Error) data.SetStatus(ActivityStatusCode.Error);
    }
}
