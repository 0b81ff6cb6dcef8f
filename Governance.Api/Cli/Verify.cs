using System.CommandLine;
using Governance.Api.EventStore;
using Governance.Api.EventStore.Archive;
using Governance.Api.EventStore.Heads;
using Governance.Api.Hosting;
using Governance.Api.Http.Binding;
using Governance.Api.Reporting;
using Governance.Api.Reporting.Search;

namespace Governance.Api.Cli;

/// <summary>Recomputes the log's hash chains and the reporting tables, search texts among them, and tells where they are not as they should be; exits with 1 if anywhere.</summary>
internal static class Verify
{
    public static Command Verb()
    {
        var cluster = new Option<string?>("--cluster") { Description = "This one alone; without it every cluster." };
        var against = new Option<FileInfo>("--against") { Description = "A list of signed heads, or an archive, kept elsewhere: the logs must go on from it." };
        var key = new Option<FileInfo>("--key") { Description = "The public key, or the key, by which heads are to be signed." };
        against.AcceptExistingOnly();
        key.AcceptExistingOnly();
        var verb = new Command("verify", "Recompute the log's hash chains, people's rows and the reporting tables, search texts among them, and tell what differs.") { cluster, against, key };
        verb.SetAction(async (parsed, ct) =>
        {
            await using var open = await OpenApplication.ForTaskAsync([.. Settings.Of(parsed), LocalDatabase.AsOwner], ct);
            return await HoldsAsync(open, parsed.GetValue(against), parsed.GetValue(key), parsed.GetValue(cluster), ct) ? 0 : 1;
        });
        return verb;
    }

    /// <summary>Tells what differs; whether nothing does.</summary>
    /// <param name="only">Of this cluster alone; without it of each.</param>
    public static async Task<bool> HoldsAsync(OpenApplication open, FileInfo? against, FileInfo? key, string? only, CancellationToken ct)
    {
        using var by = key is null ? null : HeadSigner.Read(key);
        var precedent = against is null ? null : await ReadAsync(against, ct);
        var log = open.Get<EventLog>();
        var known = (await log.ReadClustersKnownAsync(ct)).Union(precedent?.Heads.Select(h => h.Key) ?? [], StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (only is not null) known = known.Contains(only) ? [only] : throw new CannotStartException($"There is no cluster {only}.");
        var holds = true;
        foreach (var id in known)
        {
            var written = await log.VerifyAsync(id, ct);
            holds &= Tell(id, written) & await TellDerivedAsync(open, id, written.Position, ct);
            // No difference: the act is as it was written, by a clock that was ahead.
            if (written.RecordedAt > open.Get<TimeProvider>().GetUtcNow() + ClockHealth.Allowed) Console.WriteLine($"  clock: the last act is from {Instants.Format(written.RecordedAt)}, which is yet to come: a clock was ahead");
            if (precedent?.Heads.Contains(id) is true) holds &= Tell(await precedent.CompareAsync(log, id, by, ct), precedent.Heads[id].Last(), by is not null);
        }
        if (await open.Get<Rebuilding>().IsBrokenOffAsync(ct)) Console.WriteLine("A rebuild was broken off, or is at work: what is read is what was there before it. Run rebuild to do it again.");
        if (await log.ReadDrawnAsync(ct) is > 0 and var drawn) Console.WriteLine($"The sequence is {drawn} numbers ahead of the last event: that many events were not committed, or were cut off. --against tells which.");
        return holds;
    }

    private static async Task<Precedent> ReadAsync(FileInfo file, CancellationToken ct)
    {
        try
        {
            return await Precedent.ReadAsync(file, ct);
        }
        catch (Exception e) when (e is FormatException or BrokenArchiveException)
        {
            throw new CannotStartException($"{file}: {e.Message}", e);
        }
    }

    private static bool Tell(IReadOnlyList<string> differences, SignedHead last, bool looked)
    {
        var signed = last.Signature.Length == 0 ? "not signed" : $"signed {last.SignedAt}" + (looked ? "" : ", by whom was not looked at: --key");
        Console.WriteLine($"  against: {(differences is [] ? "goes on from" : $"{differences.Count} differences, not from")} position {last.Position}, {signed}");
        foreach (var difference in differences) Console.WriteLine($"  {difference}");
        return differences is [];
    }

    private static async Task<bool> TellDerivedAsync(OpenApplication open, string cluster, long head, CancellationToken ct)
    {
        try
        {
            return Tell("reporting", await open.Get<ReportingVerifier>().VerifyAsync(cluster, ct), head) & Tell("search", await open.Get<SearchVerifier>().VerifyAsync(cluster, ct), head);
        }
        catch (UnknownEventTypeException fault)
        {
            Console.WriteLine($"  cannot be read: {fault.Message}");
            return false;
        }
    }

    private static bool Tell(string cluster, Verification found)
    {
        var redacted = found.Redactions.Count == 0 ? "" : $", {found.Redactions.SelectMany(r => r.Places).Select(p => (p.Position, p.Index)).Distinct().Count()} redacted";
        Console.WriteLine($"{cluster}: position {found.Position}, {found.Events} events, {(found.Holds ? "all as written" : $"{found.Differences.Count} not as written")}{redacted}");
        foreach (var difference in found.Differences) Console.WriteLine($"  {difference.Position}.{difference.Index} {difference.What}");
        foreach (var redaction in found.Redactions) Console.WriteLine($"  redacted by act {redaction.Position} of {redaction.Actor}: {string.Join("; ", redaction.Places.Select(Place))}");
        if (found.UnprovedPeople > 0) Console.WriteLine($"  people: {found.People}, {found.UnprovedPeople} of them not known to be as written: acts of before a hash was kept wrote them last");
        return found.Holds;
    }

    private static string Place(RedactedPlaces places) =>
        $"{places.Position}.{places.Index} {string.Join(", ", places.Members)}{(places.IsRestProved ? "" : " (of before texts were hashed apart: known only to stand as the act left it)")}";

    /// <summary>Being behind is no fault: a server that runs brings it forward.</summary>
    private static bool Tell(string what, ReportingVerification found, long head)
    {
        if (found is { Position: 0, Differences: [] } && head > 0)
        {
            Console.WriteLine($"  {what}: of {head} acts nothing is told of yet: start a node, or run rebuild");
            return true;
        }
        var behind = found.Position < head ? $"behind, {head - found.Position} of {head} acts not told of yet; so far " : "";
        Console.WriteLine($"  {what}: position {found.Position}, {behind}{(found.Differences is [] ? "all as the log says" : $"{found.Differences.Count} not as the log says")}");
        foreach (var difference in found.Differences) Console.WriteLine($"  {difference}");
        return found.Differences is [];
    }
}
