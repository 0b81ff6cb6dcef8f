using Governance.Api.Clusters;
using Governance.Api.Http;
using Governance.Api.Http.Problems;
using Governance.Api.Security;

namespace Governance.Api.Features;

/// <summary>What every write takes from its request besides the body.</summary>
internal static class WriteRequests
{
    public static WriteRequest Of<T>(HttpContext http, string cluster, Caller caller, RequestBody<T> body, RepeatKey key, ExpectedPosition expected) where T : class =>
        new(cluster, caller.ActorId!, key.For(caller.ActorId!, body), expected.Value, Problem.TraceOf(http));

    public static WriteRequest Of(HttpContext http, string cluster, Caller caller) => new(cluster, caller.ActorId!, Correlation: Problem.TraceOf(http));
}
