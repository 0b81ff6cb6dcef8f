using Microsoft.AspNetCore.Http;

namespace Governance.Tests.Support;

/// <summary>For those who answer nothing.</summary>
internal static class HangingUp
{
    /// <summary>Waits until whoever asked hangs up, and is cancelled then.</summary>
    public static Task HungUpAsync(this HttpContext http) => new TaskCompletionSource().Task.WaitAsync(http.RequestAborted);
}
