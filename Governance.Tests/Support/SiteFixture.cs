using Governance.Tests.Api.Exports;

namespace Governance.Tests.Support;

/// <summary>The tests of pages to read share one server, with the story of Alrek, and one browser.</summary>
[CollectionDefinition(Name)]
public sealed class PageTests : ICollectionFixture<SiteFixture>
{
    public const string Name = "Pages";
}

/// <summary>Those of recording decisions share others, so that they run beside them.</summary>
[CollectionDefinition(Name)]
public sealed class RecordingPageTests : ICollectionFixture<SiteFixture>
{
    public const string Name = "Pages for recording";
}

/// <summary>And those of signing in and of keeping a cluster.</summary>
[CollectionDefinition(Name)]
public sealed class UpkeepPageTests : ICollectionFixture<SiteFixture>
{
    public const string Name = "Pages for upkeep";
}

/// <summary>A running server with the story of Alrek in it, and a browser to look at it with.</summary>
public sealed class SiteFixture : IAsyncLifetime
{
    public TestApi Api { get; private set; } = null!;

    public ClusterClient Alrek { get; private set; } = null!;

    public Browser Browser { get; private set; } = null!;

    /// <summary>A visitor who has not signed in.</summary>
    public Task<Visitor> VisitAsync() => Browser.VisitAsync(Api.Client.BaseAddress!);

    public async Task InitializeAsync()
    {
        Api = await TestApi.StartAsync(["--Governance:AllowPrivateWebhookTargets=true", "--Governance:Webhooks:FirstPause=00:00:00.05", "--Governance:Webhooks:LongestPause=00:00:00.2", "--Governance:Webhooks:Tries=2"]);
        Alrek = await Demo.LoadEventfulAsync(Api);
        Browser = await Browser.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await Browser.DisposeAsync();
        await Api.DisposeAsync();
    }
}
