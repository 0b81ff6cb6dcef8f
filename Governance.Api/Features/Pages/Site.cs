using Governance.Api.Clusters;
using Governance.Api.Http;
using Governance.Api.Security;
using Governance.Domain.Values;
using Governance.Domain.Views;
using Microsoft.AspNetCore.Http.Extensions;

namespace Governance.Api.Features.Pages;

/// <summary>What this request looks at, for every part of its page: the language, the cluster as the caller sees it, and the way to other pages.</summary>
public sealed class Site(IHttpContextAccessor accessor)
{
    private ReadAt? at;

    /// <summary>What is said of the page in its head.</summary>
    public Head Head { get; } = new();

    /// <summary>The cluster as the caller sees it; null on pages that are of none.</summary>
    public Viewpoint? View { get; private set; }

    /// <summary>The date now where the cluster is.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>The parameters that this page takes besides the day, the state of knowledge and the language, as they were given.</summary>
    public IReadOnlyList<(string Name, string Value)> Asked { get; private set; } = [];

    /// <summary>Whether the page is about one day, and may be looked at on another.</summary>
    public bool IsOfDay { get; set; } = true;

    /// <summary>Who asks.</summary>
    public Caller Caller => Caller.Of(Http.User);

    /// <summary>Whether the caller sees what is internal in the cluster.</summary>
    public bool CanRead => View is not null && Caller.Can(Role.Reader, View.History.Id);

    /// <summary>Whether the caller may record in the cluster.</summary>
    public bool CanRecord => View is not null && Caller.Can(Role.Secretary, View.History.Id);

    /// <summary>Whether the caller may erase people, and keeps keys and webhooks.</summary>
    public bool IsAdmin => View is not null && Caller.Can(Role.Admin, View.History.Id);

    /// <summary>The parameter that says what was done.</summary>
    public const string DoneWord = "done";

    /// <summary>What was just done, where this page is what it led to.</summary>
    public string? Done => Http.Request.Query[DoneWord] is [{ } done] ? done : null;

    /// <summary>The day, the state of knowledge and the language asked for; what cannot be read counts as absent.</summary>
    public ReadAt At => at ??= Governance.Api.Http.QueryParameters.Read<ReadAt>(Http.Request.Query.Given()) is { Faults: [] } read ? read.Value : new(Lang: Languages.Of(Http.Request));

    /// <inheritdoc cref="ReadAt.Lang"/>
    public Language Language => At.Lang;

    /// <summary>Where the cluster is, by the clock.</summary>
    public TimeZoneInfo Zone => Calendar.ZoneOf(View?.History);

    /// <summary>Whether another day than today is being looked at.</summary>
    public bool IsOtherDay => View is not null && View.AsOf != Today;

    /// <summary>The way to other pages.</summary>
    public Addresses To => new(Http.Request.PathBase, View?.History.Id ?? "", At);

    /// <summary>What the cluster is called on the day, or else was called last.</summary>
    public string? ClusterName => View is null ? null : (View.State ?? View.Last) is { } state ? View.NameOf(state.Names.Current) : View.History.Id;

    /// <summary>The scheme and host that the caller uses.</summary>
    public string Origin => UriHelper.BuildAbsolute(Http.Request.Scheme, Http.Request.Host).TrimEnd('/');

    private HttpContext Http => accessor.HttpContext!;

    /// <summary>Makes this the page of a cluster.</summary>
    public void Show(Seen seen, IReadOnlyList<(string Name, string Value)> asked) => (View, Today, Asked) = (seen.View, seen.Version.Today, asked);

    /// <summary>Has the links to this page in other languages keep these parameters, those of them that have a value.</summary>
    public void Keep(params IEnumerable<(string Name, string? Value)> asked) => Asked = [.. asked.Where(a => a.Value is not null).Select(a => (a.Name, a.Value!))];

    /// <summary>The one of two texts that is in the reader's language.</summary>
    public string Say(string nb, string en) => Language == Language.En ? en : nb;

    /// <inheritdoc cref="Say(string, string)"/>
    public string Say(Phrase phrase) => phrase.In(Language);

    /// <summary>This page in another language, or on another day, with all else that was asked.</summary>
    public string Here(Language? language = null, DateOnly? asOf = null) =>
        (To with { At = At with { Lang = language ?? Language, AsOf = asOf ?? At.AsOf } }).Of(Path, Asked.Select(a => (a.Name, (string?)a.Value)));

    /// <summary>This page today.</summary>
    public string HereToday => (To with { At = At with { AsOf = null } }).Of(Path, Asked.Select(a => (a.Name, (string?)a.Value)));

    /// <summary>What <c>aria-current</c> says of a link: whether it leads to this page.</summary>
    public string? Current(string address) => address.Split('?')[0] == To.Base + Path.TrimEnd('/') ? "page" : null;

    /// <summary>Whether this page's path begins with that of a link.</summary>
    public bool IsUnder(string address) => (To.Base + Path).StartsWith(address.Split('?')[0], StringComparison.Ordinal);

    /// <summary>Where this page is, without any parameters.</summary>
    public string Path => Http.Request.Path.ToUriComponent();
}
