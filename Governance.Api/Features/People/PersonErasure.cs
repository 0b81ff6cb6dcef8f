using Governance.Api.Clusters;
using Governance.Api.EventStore;
using Governance.Api.Features.Meetings.Items;
using Governance.Api.Features.Recording.Drafts;
using Governance.Domain.Clusters;
using Governance.Domain.Decisions;
using Governance.Domain.People;
using Governance.Domain.Values;

namespace Governance.Api.Features.People;

/// <summary>Texts of a decision, or of another act of the register, as their redaction takes them.</summary>
/// <param name="Title">The decision's.</param>
/// <param name="Act">The position of an act that is no decision.</param>
/// <param name="Type">Its word: <c>meeting-recorded</c>.</param>
public sealed record TextsFound(Guid? Decision, string? CaseNumber, string? Title, IReadOnlyList<string> Texts, long? Act = null, string? Type = null);

/// <summary>The erasure of a person with all their rows, from the drafts too.</summary>
/// <param name="aliases">The rows merged into it.</param>
internal sealed class PersonErasure(string cluster, Person row, IReadOnlyList<Person> aliases, SavedDrafts drafts, SavedProceedings proceedings)
{
    private readonly Forgetting gone = new([.. aliases.Prepend(row).Select(r => r.Id.ToString())], NamesOf([row, .. aliases]));

    /// <summary>All that they were called.</summary>
    public IReadOnlyList<string> Names => gone.Names;

    /// <summary>Their addresses.</summary>
    public string[] Emails => EmailsOf([row, .. aliases]);

    /// <summary>What is to be written. The drafts are rid of them first.</summary>
    public async Task<Verdict.Write> WriteAsync()
    {
        await ForgetAsync();
        return new(new PersonErased(new(row.Id)), []) { People = [Cleared(row), .. aliases.Select(Cleared)] };
    }

    /// <summary>Takes them out of the drafts, and out of what is written for meetings.</summary>
    public async Task ForgetAsync()
    {
        await drafts.RewriteAsync(cluster, draft => gone.In(draft.Document), CancellationToken.None);
        var (ids, named) = (aliases.Prepend(row).Select(r => new PersonId(r.Id)).ToHashSet(), new NamesInText(Names));
        foreach (var written in await proceedings.AllAsync(cluster, CancellationToken.None))
            if (written.Forgetting(ids, Reworded) is var rid && !rid.Texts().SequenceEqual(written.Texts()))
                await proceedings.ChangeAsync(cluster, new(written.Id), p => p.Forgetting(ids, Reworded), CancellationToken.None);

        string Reworded(string text) => named.Without(text, Domain.Views.Vocabulary.ErasedPerson.Nb);
    }

    /// <summary>All that rows of one person call them, and called them before.</summary>
    public static IReadOnlyList<string> NamesOf(IEnumerable<Person> rows) => [.. rows.SelectMany(r => r.Names).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The addresses that rows of one person have.</summary>
    public static string[] EmailsOf(IEnumerable<Person> rows) => [.. rows.Select(r => r.Email).OfType<string>()];

    /// <summary>The texts where one of these names stands.</summary>
    public static IReadOnlyList<TextsFound> Texts(ClusterHistory history, IReadOnlyList<string> names)
    {
        var named = new NamesInText(names);
        return [
            .. from decision in history.Decisions.Values
               let texts = Naming(DecisionTexts.Of(decision))
               where texts.Count > 0
               orderby decision.Position
               select new TextsFound(decision.Id.Value, decision.Current.Head.CaseNumber, decision.Current.Head.Title, texts),
            .. from act in history.Acts
               let texts = Naming(ActTexts.Of(act))
               where texts.Count > 0
               select new TextsFound(null, null, null, texts, act.Position, Words.OfType(act.Event.GetType()))];

        List<string> Naming(IEnumerable<PlacedText> texts) => [.. texts.Where(t => named.StandIn(t.Text)).Select(t => t.Path)];
    }

    private static Person Cleared(Person row) => new(row.Id, "") { MergedInto = row.MergedInto, Erased = true };
}
