using System.Net;
using Governance.Api.Security;
using Governance.Api.Security.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Support;

/// <summary>Somebody with an account who is signed in, and their browser: it keeps cookies, says that requests come from our own pages, and follows no redirect by itself.</summary>
public sealed class SignedInPerson : IDisposable
{
    private static int _people;

    private SignedInPerson(Account account, string token, Uri address)
    {
        (Account, Token) = (account, token);
        Cookies.Add(address, new Cookie(CookieName, token));
        Client = new HttpClient(new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = address };
        Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
    }

    /// <summary>What the session's cookie is called on this machine.</summary>
    public const string CookieName = "governance";

    public Account Account { get; }

    /// <summary>The session cookie's value, for another browser.</summary>
    public string Token { get; }

    public CookieContainer Cookies { get; } = new();

    public HttpClient Client { get; }

    /// <summary>A new person with one role, in one cluster or in all.</summary>
    public static Task<SignedInPerson> WithAsync(TestApi api, Role role, string? cluster) => WithAsync(api, [new Grant(role, cluster)]);

    /// <summary>A new person with these grants.</summary>
    public static async Task<SignedInPerson> WithAsync(TestApi api, IReadOnlyList<Grant> grants, string name = "Ada Eksempel")
    {
        var login = LoginName.Parse($"ada{Interlocked.Increment(ref _people)}@example.org");
        var account = await api.Services.GetRequiredService<Accounts>().CreateAsync(login, name, grants, "test", default);
        return await AsAsync(api, account!);
    }

    /// <summary>The person of an account, signed in once more.</summary>
    public static async Task<SignedInPerson> AsAsync(TestApi api, Account account) =>
        new(account, await api.Services.GetRequiredService<Sessions>().BeginAsync(account, "Test", default), api.Client.BaseAddress!);

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content = null) =>
        Client.SendAsync(new HttpRequestMessage(method, path) { Content = content });

    public void Dispose() => Client.Dispose();
}
