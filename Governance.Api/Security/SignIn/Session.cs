namespace Governance.Api.Security.SignIn;

/// <summary>A browser in which a person is signed in, as they see it themselves.</summary>
/// <param name="Agent">The browser, as it calls itself.</param>
public sealed record Session(string Id, string? Agent, DateTimeOffset CreatedAt, DateTimeOffset SeenAt)
{
    /// <summary>How long one lasts that is not used.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(12);

    /// <summary>How long one lasts at most.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <summary>How old the time it was last used may get before it is written anew.</summary>
    public static readonly TimeSpan Noticed = TimeSpan.FromMinutes(5);

    /// <summary>How long one lasts whose roles come from a provider's claim: within it they are looked at again.</summary>
    public static readonly TimeSpan OfClaims = TimeSpan.FromHours(1);

    /// <summary>How long this one lasts at most.</summary>
    public TimeSpan Lasting { get; init; } = Lifetime;

    public bool HoldsAt(DateTimeOffset now) => now < SeenAt + Idle && now < CreatedAt + Lasting;

    /// <summary>Whether the provider is to be asked again who this is.</summary>
    public bool IsDueAt(DateTimeOffset now) => Lasting == OfClaims && now >= CreatedAt + OfClaims / 2;
}

/// <summary>Who is signed in by a session.</summary>
/// <param name="Failures">Attempts of others to sign in as them that they have not been told of.</param>
public sealed record SignedIn(string Account, string Name, IReadOnlyList<Grant> Grants, Session Session, int Failures)
{
    /// <summary>From how many attempts on the person is told: fewer may be their own.</summary>
    private const int WorthTelling = 3;

    /// <summary>Whether the provider is to be asked again who this is, when it was looked at.</summary>
    public bool IsDue { get; init; }

    public Caller Caller => new(Account, Grants) { Name = Name, Session = Session.Id, FailedSignIns = Failures < WorthTelling ? 0 : Failures, IsDue = IsDue };
}
