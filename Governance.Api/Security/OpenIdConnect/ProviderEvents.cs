using System.Security.Claims;
using Governance.Api.Http;
using Governance.Api.Http.Problems;
using Governance.Api.Security.SignIn;
using Governance.Domain.Values;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;

namespace Governance.Api.Security.OpenIdConnect;

/// <summary>Lets in whom the provider vouches for. An account is made when they first come, known by issuer and subject; where roles come from a claim, they follow it each time.</summary>
public sealed partial class ProviderEvents(ProviderSettings settings, Accounts accounts, SessionCache cache, BrowserSession session, SignInRate rate, ILogger<ProviderEvents> log) : OpenIdConnectEvents
{
    /// <summary>What the cookies of a sign-in under way begin with.</summary>
    internal const string Cookies = "governance-provider-";

    /// <summary>Where a sign-in leads that did not succeed.</summary>
    internal const string Failed = "/sign-in?done=provider";

    /// <summary>The id_token by which a session that ends had begun.</summary>
    internal const string IdToken = "id_token";

    private const string Issuer = "issuer";

    public override Task RedirectToIdentityProvider(RedirectContext context)
    {
        context.ProtocolMessage.UiLocales = Words.Of(Languages.Of(context.Request));
        context.Response.Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }

    public override async Task MessageReceived(MessageReceivedContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (rate.Exceeded(context.HttpContext.Connection.RemoteIpAddress) is not null)
        {
            await StatusProblems.Of(StatusCodes.Status429TooManyRequests).ExecuteAsync(context.HttpContext);
            context.HandleResponse();
        }
        else if (context.ProtocolMessage.GetParameter("iss") is { } issuer && issuer.TrimEnd('/') != settings.Authority)
        {
            context.Fail("The answer is from another provider.");
        }
    }

    public override async Task AuthorizationCodeReceived(AuthorizationCodeReceivedContext context)
    {
        var methods = (await context.Options.ConfigurationManager!.GetConfigurationAsync(context.HttpContext.RequestAborted)).TokenEndpointAuthMethodsSupported;
        if (methods.Count == 0 || methods.Contains(ClientSecretBasic.Name)) context.TokenEndpointRequest!.ClientSecret = null;
    }

    public override Task TokenValidated(TokenValidatedContext context)
    {
        // The handler takes one that is not signed, since it came straight from the provider; we do not.
        if (string.IsNullOrEmpty(context.SecurityToken.RawSignature)) context.Fail("The id_token is not signed.");
        else if (string.IsNullOrEmpty(context.Principal?.FindFirstValue("sub"))) context.Fail("The id_token is of nobody.");
        context.Properties!.SetParameter(Issuer, context.SecurityToken.Issuer);
        return Task.CompletedTask;
    }

    public override async Task TicketReceived(TicketReceivedContext context)
    {
        var (person, properties, ct) = (context.Principal!, context.Properties!, context.HttpContext.RequestAborted);
        var grants = settings.GrantsOf(person.Claims.Where(c => c.Type == settings.RoleClaim).Select(c => c.Value));
        var account = await accounts.VouchedAsync(properties.GetParameter<string>(Issuer)!, person.FindFirstValue("sub")!, NameOf(person), grants, ct);
        cache.Forget(account.Id);
        if (account.DisabledAt is not null)
        {
            LogDisabled(log, account.Id);
            context.Response.Redirect(Failed);
        }
        else
        {
            await session.BeginAsync(context.HttpContext, account, properties.GetTokenValue(IdToken));
            LogDone(log, account.Id);
            context.Response.Redirect(context.ReturnUri ?? "/");
        }

        context.HandleResponse();
    }

    /// <summary>A sign-in that failed is begun anew: nothing of it is kept in the browser.</summary>
    public override Task RemoteFailure(RemoteFailureContext context)
    {
        foreach (var cookie in context.Request.Cookies.Keys.Where(name => name.Contains(Cookies, StringComparison.Ordinal))) context.Response.Cookies.Delete(cookie, SessionCookie.OptionsOf(context.Request, lifetime: null));
        // Its message may hold what the provider, or whoever sent the answer, wrote.
        LogRefused(log, context.Failure!.GetType().Name, context.Failure.InnerException?.GetType().Name);
        context.Response.Redirect(Failed);
        context.HandleResponse();
        return Task.CompletedTask;
    }

    public override Task RedirectToIdentityProviderForSignOut(RedirectContext context)
    {
        var message = context.ProtocolMessage;
        (message.ClientId, message.IdTokenHint) = (settings.ClientId, context.Properties.GetParameter<string>(IdToken));
        if (!string.IsNullOrEmpty(message.IssuerAddress)) return Task.CompletedTask;
        context.Response.Redirect(context.Properties.RedirectUri!);
        context.HandleResponse();
        return Task.CompletedTask;
    }

    private static string NameOf(ClaimsPrincipal person)
    {
        foreach (var claim in new[] { "name", "preferred_username", "email" })
            if (person.FindFirstValue(claim) is { } text && Name.TryParse(text, out var name)) return name.Text;
        return "?";
    }

    [LoggerMessage(LogLevel.Information, "Account {Account} signed in by the OpenID Connect provider")]
    private static partial void LogDone(ILogger log, string account);

    [LoggerMessage(LogLevel.Warning, "Account {Account} is disabled, though the OpenID Connect provider vouches for it")]
    private static partial void LogDisabled(ILogger log, string account);

    [LoggerMessage(LogLevel.Warning, "A sign-in by the OpenID Connect provider was refused: {Reason} {Cause}")]
    private static partial void LogRefused(ILogger log, string reason, string? cause);
}
