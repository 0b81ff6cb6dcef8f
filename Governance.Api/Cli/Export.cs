using System.CommandLine;
using Governance.Api.Clusters;
using Governance.Api.EventStore;
using Governance.Api.EventStore.Archive;
using Governance.Api.EventStore.Heads;
using Governance.Api.Features.Exports;
using Governance.Api.Features.Exports.Popolo;
using Governance.Api.Features.Privacy;
using Governance.Api.Hosting;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Api.Cli;

/// <summary>Writes a cluster to a file, or to what is piped.</summary>
internal static class Export
{
    private const string Events = "events";

    private static readonly Dictionary<string, Func<Viewpoint, byte[]>> Formats = new(StringComparer.Ordinal)
    {
        ["popolo"] = view => ExportPopolo.Of(view, whole: false),
        ["popolo-history"] = view => ExportPopolo.Of(view, whole: true),
        ["turtle"] = ExportOrganisation.Turtle,
        ["jsonld"] = ExportOrganisation.JsonLd,
        ["members"] = view => ExportMembers.Of(view, excel: false),
        ["members-excel"] = view => ExportMembers.Of(view, excel: true),
    };

    private static readonly Argument<string> Format = new("format") { Description = "events is the whole log, to rebuild the cluster elsewhere with import; the others show a day." };
    private static readonly Option<string> Cluster = new("--cluster") { Required = true, Description = "Which cluster." };
    private static readonly Option<FileInfo?> Output = new("--output") { Description = "The file to write; without it the terminal or what is piped." };
    private static readonly Option<DateOnly?> AsOf = new("--as-of") { Description = "The day to show; without it today." };
    private static readonly Option<DateTimeOffset?> KnownAt = new("--known-at") { Description = "Show only what was recorded by this instant." };
    private static readonly Option<bool> Internal = new("--internal") { Description = "With what is internal, and the unlisted." };
    private static readonly Option<Language> Lang = new("--lang") { Description = "The language of names and words." };

    public static Command Verb()
    {
        var verb = new Command("export", "Write a cluster in a format that others read.") { Format.AcceptOnlyFromAmong([Events, .. Formats.Keys]), Cluster, Output, AsOf, KnownAt, Internal, Lang };
        verb.SetAction(async (parsed, ct) =>
        {
            await using var open = await OpenApplication.ForTaskAsync(Settings.Of(parsed), ct);
            var cluster = parsed.GetValue(Cluster)!;
            // A log is archived as it stands, whether or not it can be read as a history.
            if (await open.Get<EventLog>().HeadAsync(cluster, ct) is null) throw new CannotStartException($"There is no cluster {cluster}.");
            if (Formats.TryGetValue(parsed.GetValue(Format)!, out var render))
            {
                var live = await open.Get<ClusterCache>().NewestAsync(cluster, ct);
                await using var view = Open(parsed.GetValue(Output));
                await view.WriteAsync(render(See(parsed, live, open.Get<Calendar>())), ct);
                return;
            }
            await using var to = Open(parsed.GetValue(Output));
            await open.Get<PrivateReads>().NoteAllAsync(cluster, OpenApplication.Actor, PrivateReads.Archive, ct);
            using var progress = new ProgressLine("lines");
            await ArchiveWriter.WriteAsync(open.Get<EventLog>().ReadArchiveAsync(cluster, open.Get<HeadSigner>(), ct), to, progress, ct);
        });
        return verb;
    }

    private static Viewpoint See(ParseResult parsed, LiveCluster live, Calendar calendar)
    {
        var history = parsed.GetValue(KnownAt) is { } instant ? live.AtPosition(live.History.PositionAt(instant)) : live.History;
        return new(history, parsed.GetValue(AsOf) ?? calendar.Today(live.History), live.Persons, parsed.GetValue(Internal) ? Audience.Reader : Audience.Public, parsed.GetValue(Lang));
    }

    /// <summary>A file holds what others must not read, and is its owner's alone.</summary>
    private static Stream Open(FileInfo? file) => file is null ? Console.OpenStandardOutput() : SecludedFile.Create(file);
}
