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
        var verb = new Command("sign", $"Add where every cluster's log stands now to the list, signed by the key that {HeadSigner.Setting} names.") { file };
        verb.SetAction(async (parsed, ct) =>
        {
            await using var open = await OpenApplication.ForTaskAsync(Settings.Of(parsed), ct);
            var (log, signer) = (open.Get<EventLog>(), open.Get<HeadSigner>());
            var heads = await log.HeadsAsync(await log.ReadClustersAsync(ct), ct: ct);
            List<SignedHead> signed = [.. heads.OrderBy(h => h.Key, StringComparer.Ordinal).Select(h => signer.Sign(h.Key, h.Value) ?? throw new CannotStartException($"There is no key to sign by: {HeadSigner.Setting.Replace(":", "__", StringComparison.Ordinal)} names its file, which heads key makes."))];
            await HeadList.AddAsync(parsed.GetValue(file)!, signed, ct);
            Console.WriteLine($"{parsed.GetValue(file)}: {signed.Count} signed");
        });
        return verb;
    }
}
