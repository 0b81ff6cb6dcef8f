using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using Governance.Api.Clusters;
using Governance.Api.Features.Decisions;
using Governance.Api.Features.Recording.Entries;
using Governance.Api.Features.Recording.Words;
using Governance.Api.Http.Binding;
using Governance.Api.Http.Problems;
using Governance.Domain.Decisions;
using Governance.Domain.Values;
using Entry = Governance.Api.Features.Recording.Entries.Entry;

namespace Governance.Api.Features.Recording.Forms;

/// <summary>Reads a document as the API does, and says of each fault and violation at which field it is, in words that stand on the screen.</summary>
public static class Judging
{
    /// <summary>The decision or correction that a document is, or what is wrong with its form.</summary>
    public static (Decision? Decision, string? Reason, Complaints Complaints) Read(JsonObject document, bool corrects)
    {
        var reading = new RequestReader();
        ReadOnlyMemory<byte> bytes = Encoding.UTF8.GetBytes(document.ToJsonString());
        var (decision, reason) = corrects
            ? Requests.Read<Correction>(bytes, reading) is { } correction ? (correction.Decision, correction.Reason) : (null, null)
            : (Requests.Read<Decision>(bytes, reading), null);
        return (decision, reason, new([.. reading.Faults.Select(f => Told(f, document))]));
    }

    /// <summary>Where each violation is, and how it reads.</summary>
    public static Complaints Of(IEnumerable<Violation> violations, JsonObject document, LiveCluster cluster) =>
        new([.. violations.Select(v => new Complaint(PlaceOf(v, document), ViolationView.Text(v, cluster, v.ConflictsWith is { } id ? cluster.History.Decisions.GetValueOrDefault(id)?.Current.Head : null, DateEntry.Written)))]);

    /// <summary>What a fault says to those who fill in a form.</summary>
    public static Complaint Told(Fault fault) =>
        new(fault.Path, fault.Message switch
        {
            var said when said == FaultMessages.Missing || said == FaultMessages.Blank => new("Fyll ut dette.", "Fill this in."),
            var said when said == Texts.NoDate => DateEntry.NoDate,
            var said when said == Texts.NoUncertainDate => DateEntry.NoUncertainDate,
            var said => said,
        });

    private static string PlaceOf(Violation violation, JsonObject document)
    {
        if (violation.Change is not { } index) return violation.Member ?? "";
        var path = $"changes[{index}]";
        if (NewReferences.Changes(document).ElementAtOrDefault(index) is not { } change || violation.Member is not { } member) return path;
        if (Has(DecisionForm.Shape(DecisionForm.Kind(change)), member)) return $"{path}.{member}";
        var rows = (change["seats"] as JsonArray ?? []).OfType<JsonObject>().Index().Where(r => r.Item.ContainsKey(member)).ToList();
        var row = rows.Find(r => Entry.TextOf(r.Item[member]) == violation.About) is { Item: not null } found ? found : rows is [var only] ? only : default;
        return row.Item is null ? change.ContainsKey("seats") ? $"{path}.seats" : path : $"{path}.seats[{row.Index}].{member}";
    }

    private static Complaint Told(Fault fault, JsonObject document)
    {
        var change = NewReferences.Changes(document).Index().Where(c => fault.Path == $"changes[{c.Index}]" || fault.Path.StartsWith($"changes[{c.Index}].", StringComparison.Ordinal)).Select(c => c.Item).FirstOrDefault();
        var (of, type) = change is null ? (MemberWords.Decision, typeof(Decision)) : (DecisionForm.Kind(change), DecisionForm.Shape(DecisionForm.Kind(change))!.Record);
        var members = change ?? document;
        if (type.GetCustomAttribute<NeedsAttribute>() is { } needs && fault.Message == FaultMessages.Needs(needs.Alternatives))
        {
            var wanted = needs.Alternatives.Select(a => a.Split(' ')).FirstOrDefault(a => a.All(w => !MemberWords.IsRare(of, w))) ?? needs.Alternatives[0].Split(' ');
            var missing = wanted.FirstOrDefault(word => !members.ContainsKey(word)) ?? wanted[0];
            return new(fault.Path.Length == 0 ? missing : $"{fault.Path}.{missing}", new("Fyll ut dette.", "Fill this in."));
        }

        if (type.GetCustomAttribute<NotBothAttribute>() is { } not && fault.Message == FaultMessages.NotBoth(not.One, not.Other))
        {
            var (one, other) = (MemberWords.Of(of, not.One).Label, MemberWords.Of(of, not.Other).Label);
            return new(fault.Path, new($"Gi enten «{one.Nb}» eller «{other.Nb}», ikke begge.", $"Give either '{one.En}' or '{other.En}', not both."));
        }

        return Told(fault);
    }

    private static bool Has(RecordShape? shape, string member) => shape?.Members.Any(m => m.Word == member) ?? false;
}
