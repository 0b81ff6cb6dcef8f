namespace Governance.Api.Http;

/// <summary>Answers HEAD as GET; the server itself leaves the body out. What has no end must end all the same: the client takes the headers for the whole answer, and asks its next on this connection.</summary>
public sealed class HeadAsGet(RequestDelegate next)
{
    /// <summary>Whether the headers alone are asked for.</summary>
    public static bool WantsHeadersAlone(HttpContext context) => context.Items.ContainsKey(typeof(HeadAsGet));

    public async Task InvokeAsync(HttpContext context)
    {
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await next(context);
            return;
        }

        context.Request.Method = HttpMethods.Get;
        context.Items[typeof(HeadAsGet)] = HttpMethods.Head;
        try
        {
            await next(context);
        }
        finally
        {
            context.Request.Method = HttpMethods.Head;
        }
    }
}
