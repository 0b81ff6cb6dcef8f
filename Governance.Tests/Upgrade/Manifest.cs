using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using Governance.Tests.Support;

namespace Governance.Tests.Upgrade;

/// <summary>What is known of a database that an older version left: the moment of its dump, and secrets of its keys, accounts and webhooks, made up for it. make-22800f9.sh says how it was made.</summary>
/// <param name="Moments">Between its decisions, as <c>knownAt</c> takes them.</param>
/// <param name="People">Their ids: of one with private fields, one unlisted, one erased, one whose erasure was asked for, and one merged into another.</param>
/// <param name="Repeated">Requests that were sent with a key against repetition.</param>
public sealed record Manifest(
    string Version, DateTimeOffset Clock, string Password, IReadOnlyList<string> Moments, IReadOnlyDictionary<string, Manifest.Key> Keys, IReadOnlyDictionary<string, Manifest.Account> Accounts,
    IReadOnlyDictionary<string, string> People, IReadOnlyDictionary<string, Manifest.Webhook> Webhooks, Manifest.Drafted Drafts, IReadOnlyList<Manifest.Request> Repeated)
{
    private static readonly string Folder = Path.Combine(Repository.Root, "Governance.Tests", "Upgrade", "22800f9");

    public static Manifest Read() => JsonSerializer.Deserialize<Manifest>(File.ReadAllText(Path.Combine(Folder, "manifest.json")), JsonSerializerOptions.Web)!;

    /// <summary>What the version before answered.</summary>
    public static Answers ReadAnswers()
    {
        using var file = Open("answers.json.gz");
        return JsonSerializer.Deserialize<Answers>(file, JsonSerializerOptions.Web)!;
    }

    /// <summary>What is answered otherwise on purpose since the version before, by whom and what is asked; <c>why</c> stands beside each kind of question in the file.</summary>
    public static IReadOnlyDictionary<(string Who, string Path), Answer> ReadChanged()
    {
        using var file = Open("changed.json.gz");
        return JsonSerializer.Deserialize<Changes>(file, JsonSerializerOptions.Web)!.All.ToDictionary(a => (a.Who, a.Path));
    }

    /// <summary>A file beside it, unpacked while it is read.</summary>
    public static Stream Open(string file) => new GZipStream(File.OpenRead(Path.Combine(Folder, file)), CompressionMode.Decompress);

    /// <summary>An API key; of all clusters where none is named.</summary>
    public sealed record Key(string Id, string Name, string Secret, string Role, string? Cluster, DateTimeOffset? ExpiresAt);

    /// <summary>Somebody who signs in.</summary>
    /// <param name="Link">Where the password is still to be set.</param>
    /// <param name="TotpSecret">Of the second factor, in base 32.</param>
    /// <param name="Session">The cookie of a browser that is signed in.</param>
    /// <param name="CodeCookie">The cookie of one whose code is awaited.</param>
    public sealed record Account(string Id, string Login, string Name, string? Password, string? Link, string? TotpSecret, IReadOnlyList<string>? RecoveryCodes, string? Session, string? CodeCookie);

    /// <summary>A subscriber, with the secret that signs what it is sent, and the last position that it was told of.</summary>
    public sealed record Webhook(string Id, string Secret, long Position);

    /// <summary>The drafts' ids, the decision that one of them corrects, and the one that another became.</summary>
    public sealed record Drafted(IReadOnlyDictionary<string, string> Ids, string Corrects, string Became);

    /// <summary>A decision as it was sent by a key's holder, and the answer.</summary>
    public sealed record Request(string Holder, string Key, JsonObject Body, JsonObject Answer);
}

/// <summary>Questions in the order they were asked, and the bodies of the weighty answers by their hash.</summary>
public sealed record Answers(IReadOnlyList<Answer> All, IReadOnlyDictionary<string, string> Bodies);

/// <summary>Answers that take the place of others.</summary>
/// <param name="Why">The reason, by the last word of the path that is asked.</param>
public sealed record Changes(IReadOnlyDictionary<string, string> Why, IReadOnlyList<Answer> All);

/// <summary>What was answered to whom.</summary>
/// <param name="Who"><c>public</c>, or the role of a key for all clusters.</param>
/// <param name="Position">The header <c>Governance-Position</c>.</param>
/// <param name="Sha256">Of the body; of a problem, which tells a trace id, of nothing.</param>
/// <param name="Without">Members that tell the moment of asking, left out of the body.</param>
public sealed record Answer(string Who, string Path, int Status, string? Position, string Sha256, IReadOnlyList<string>? Without);
