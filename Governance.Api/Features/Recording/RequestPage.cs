using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Governance.Api.Clusters;
using Governance.Api.Features.Pages;
using Governance.Api.Features.Recording.Entries;
using Governance.Api.Features.Recording.Forms;
using Governance.Api.Http.Binding;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Api.Features.Recording;

/// <summary>A page with the form of one request, which is read as the API reads it.</summary>
/// <param name="of">What its fields are called after.</param>
public abstract class RequestPage<T>(Site site, ClusterViews views, string of) : WorkPage(site, views) where T : class
{
    private static readonly RecordShape shape = (RecordShape)Shapes.Of(typeof(T));

    private readonly RecordEntry entry = new(shape, of);
    private ReferenceChoices? known;

    /// <summary>The form.</summary>
    public RequestForm Form { get; private set; } = null!;

    /// <summary>A button that fills something in, where there is one.</summary>
    protected virtual Option? Fill => null;

    /// <summary>What the form is called, where it must count once though it is sent twice.</summary>
    protected virtual Guid? Token => null;

    private ReferenceChoices Known => known ??= ReferenceChoices.On(Seen.Live, Site.Today, Site.Language, []);

    /// <summary>Shows what stands in the fields, and what is wrong with it.</summary>
    /// <param name="position">Where the cluster stood when this was shown before.</param>
    /// <param name="was">What there is, where the form changes it.</param>
    protected PageResult Show(JsonObject document, long? position = null, Complaints? complaints = null, JsonObject? was = null)
    {
        var fields = ((Group)entry.Show(document, "", Known)).Fields.ToDictionary(f => f.Word, StringComparer.Ordinal);
        Form = new([.. shape.Members.Select(m => fields[m.Word] with { CanClear = false })], Known, Seen.Live.Position, complaints ?? Complaints.None, position is { } earlier ? RecordedSince(earlier) : [])
        {
            Was = was?.ToJsonString(),
            Fill = Fill,
            Token = Token,
        };
        return Page();
    }

    /// <summary>What was typed.</summary>
    protected JsonObject Typed() => entry.Read(new(Request.Form), "", Known) as JsonObject ?? [];

    /// <summary>What was typed over what was shown, so that what others have changed meanwhile is left alone: what was emptied is taken away.</summary>
    protected JsonObject Changed()
    {
        using var parsed = Requests.Parse(Encoding.UTF8.GetBytes(Request.Form["was"].ToString()), new());
        var (was, typed) = (parsed is { RootElement: { ValueKind: JsonValueKind.Object } root } ? JsonObject.Create(root.Clone())! : [], Typed());
        var patch = new JsonObject();
        foreach (var member in shape.Members.Where(m => !JsonNode.DeepEquals(was[m.Word], typed[m.Word])))
            patch[member.Word] = typed[member.Word]?.DeepClone() ?? (member.Shape is OptionalShape { Lasts: true } ? JsonValue.Create("") : null);
        return patch;
    }

    /// <summary>What there is, with changes to it.</summary>
    protected static JsonObject With(JsonObject there, JsonObject patch)
    {
        var after = (JsonObject)there.DeepClone();
        foreach (var (word, value) in patch)
        {
            if (value is null) after.Remove(word);
            else after[word] = value.DeepClone();
        }

        return after;
    }

    /// <summary>The request that a document is, or what is wrong with it.</summary>
    protected static (T? Request, Complaints Complaints) Read(JsonObject document)
    {
        var reading = new RequestReader();
        var request = Requests.Read<T>(Encoding.UTF8.GetBytes(document.ToJsonString()), reading);
        return (request, new(reading.Faults.Select(Judging.Told)));
    }

    /// <summary>What keeps a write from standing, with all that was typed; null where it stands.</summary>
    protected IActionResult? Hindrance(WriteOutcome outcome, long position, JsonObject document, JsonObject? was = null) => outcome switch
    {
        WriteOutcome.Recorded or WriteOutcome.Unchanged => null,
        WriteOutcome.Refused refused => Show(document, position, Judging.Of(refused.Violations, [], refused.Cluster), was),
        WriteOutcome.Stale => Show(document, position, null, was),
        _ => new AnswerResult(WriteProblems.Of(outcome, position)),
    };
}
