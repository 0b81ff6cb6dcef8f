using System.Diagnostics;
using Governance.Api.Hosting.Telemetry;

namespace Governance.Tests.Hosting;

public sealed class SpanRedactionTests
{
    [Fact]
    public void A_span_goes_out_with_nothing_but_what_is_known_to_be_harmless()
    {
        using var span = new Activity("GET /api/clusters/{cluster}/people").Start();
        span.SetTag("http.route", "/api/clusters/{cluster}/people").SetTag("url.query", "?q=Navnesen").SetTag("user_agent.original", "Navnesen/1.0");
        span.SetStatus(ActivityStatusCode.Error, "Navnesen is not there");

        using var discretion = new SpanRedaction();
        discretion.OnEnd(span);

        span.TagObjects.Select(t => t.Key).Should().Equal("http.route");
        (span.Status, span.StatusDescription).Should().Be((ActivityStatusCode.Error, null));
    }
}
