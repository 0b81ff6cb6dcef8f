using System.CommandLine;
using Governance.Api.EventStore;
using Governance.Api.Hosting;
using Governance.Api.Reporting;
using Governance.Api.Reporting.Search;

namespace Governance.Api.Cli;

/// <summary>Recomputes the log's hash chains and the reporting tables, search texts among them, and tells where they are not as they should be; exits with 1 if anywhere.</summary>
internal static class Verify
{
    public static Command Verb()
    {
        var cluster = new Option<string?>("--cluster") { Description = "This one alone; without it every cluster." };
        var verb = new Command("verify", "Recompute the log's hash chains and the reporting tables, search texts among them, and tell what differs.") { cluster };
        verb.SetAction(async (parsed, ct) =>
        {
            await using var open = await OpenApplication.ForTaskAsync([.. Settings.Of(parsed), LocalDatabase.AsOwner], ct);
            var log = open.Get<EventLog>();
            var holds = true;
            foreach (var id in parsed.GetValue(cluster) is { } one ? [one] : await log.ReadClustersAsync(ct))
            {
                var written = await log.VerifyAsync(id, ct);
                holds &= Tell(id, written) & await TellDerivedAsync(open, id, written.Position, ct);
                await ClockAhead.TellAsync(open, id, ct);
            }
            return holds ? 0 : 1;
        });
        return verb;
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
        return found.Holds;
    }

    private static string Place(RedactedPlaces places) =>
        $"{places.Position}.{places.Index} {string.Join(", ", places.Members)}{(places.IsRestProved ? "" : " (of before texts were hashed apart: known only to stand as the act left it)")}";

    /// <summary>Being behind is no fault: a server that runs brings it forward.</summary>
    private static bool Tell(string what, ReportingVerification found, long head)
    {
        var behind = found.Position < head ? $"behind, {head - found.Position} of {head} acts not told of yet; so far " : "";
        Console.WriteLine($"  {what}: position {found.Position}, {behind}{(found.Differences is [] ? "all as the log says" : $"{found.Differences.Count} not as the log says")}");
        foreach (var difference in found.Differences) Console.WriteLine($"  {difference}");
        return found.Differences is [];
    }
}
