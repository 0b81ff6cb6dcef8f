using System.CommandLine;
using Governance.Api.EventStore;
using Governance.Api.EventStore.Heads;
using Governance.Api.Hosting;

namespace Governance.Api.Cli;

/// <summary>Keeps a list of where every cluster's log stood, signed, beside the backups; <c>verify --against</c> proves that the logs go on from it.</summary>
internal static class Heads
{
    public static Command Verb() => new("heads", "Keep a signed list of where the logs stand beside the backups: verify --against proves that they go on from it.") { MakeKey(), Sign() };

    private static Command MakeKey()
    {
        var file = new Argument<FileInfo>("file") { Description = "Where the key is to be; its public half is put beside it, with .pub after its name." };
        var verb = new Command("key", "Make the key that heads are signed by: ECDSA over P-256, as PEM.") { file };
        verb.SetAction(parsed => Console.WriteLine($"{parsed.GetValue(file)}: {HeadSigner.Make(parsed.GetValue(file)!)}"));
        return verb;
    }

    private static Command Sign()
    {
        var file = new Argument<FileInfo>("file") { Description = "The list, which is added to." };
        var verify = new Option<bool>("--verify") { Description = "Verify the logs first, against the list too, and sign nothing where they do not hold." };
        var nightly = new Option<bool>("--nightly") { Description = "Now and every night at 02:45 UTC, for as long as it is left to run; a night that failed is tried again an hour later." };
        var verb = new Command("sign", $"Add where every cluster's log stands now to the list, signed by the key that {HeadSigner.Setting} names.") { file, verify, nightly };
        verb.SetAction(async (parsed, ct) =>
        {
            if (parsed.GetValue(nightly)) await Nightly.RunAsync(TimeProvider.System, token => SignAsync(parsed, parsed.GetValue(file)!, parsed.GetValue(verify), token), ct);
            else await SignAsync(parsed, parsed.GetValue(file)!, parsed.GetValue(verify), ct);
        });
        return verb;
    }

    private static async Task SignAsync(ParseResult parsed, FileInfo file, bool verify, CancellationToken ct)
    {
        await using var open = await OpenApplication.ForTaskAsync([.. Settings.Of(parsed), LocalDatabase.AsOwner], ct);
        var (log, signer) = (open.Get<EventLog>(), open.Get<HeadSigner>());
        if (open.Get<IConfiguration>()[HeadSigner.Setting] is not { Length: > 0 } key)
            throw new CannotStartException($"There is no key to sign by: {HeadSigner.Setting.Replace(":", "__", StringComparison.Ordinal)} names its file, which heads key makes.");
        file.Refresh();
        if (verify && !await Verify.HoldsAsync(open, file.Exists ? file : null, new(key), only: null, ct)) throw new CannotStartException("The logs do not hold: nothing is signed.");
        var heads = await log.HeadsAsync(await log.ReadClustersAsync(ct), ct: ct);
        List<SignedHead> signed = [.. heads.OrderBy(h => h.Key, StringComparer.Ordinal).Select(h => signer.Sign(h.Key, h.Value)!)];
        await HeadList.AddAsync(file, signed, ct);
        Console.WriteLine($"{file}: {signed.Count} signed");
    }
}
