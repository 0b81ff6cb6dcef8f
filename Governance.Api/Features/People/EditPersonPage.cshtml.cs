using System.Text.Json.Nodes;
using Governance.Api.Clusters;
using Governance.Api.EventStore;
using Governance.Api.Features.Pages;
using Governance.Api.Features.Privacy;
using Governance.Api.Features.Recording;
using Governance.Api.Http.Problems;
using Governance.Api.Security;
using Microsoft.AspNetCore.Mvc;
using Wolverine;

namespace Governance.Api.Features.People;

/// <summary>What is known of a person, private matters too, to put right or to change from a day on.</summary>
[RequiresRole(Role.Secretary)]
public sealed class EditPersonPage(Site site, ClusterViews views, PrivateReads reads, IMessageBus bus) : RequestPage<PersonPatch>(site, views, "person")
{
    private const string From = "effectiveFrom";

    /// <summary>The person as kept.</summary>
    public Person Person { get; private set; } = null!;

    /// <summary>Shows what is known.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LookAsync(ct) ?? Show(Kept(), was: Kept());

    /// <summary>Keeps what was changed.</summary>
    public async Task<IActionResult> OnPostAsync(long position, CancellationToken ct)
    {
        if (await LookAsync(ct) is { } refusal) return refusal;
        var (kept, patch) = (Kept(), Changed());
        if (patch.Count == 0) return Go($"/people/{Id}", "done", ("done", "unchanged"));
        var (request, complaints) = Read(patch);
        if (request is { EffectiveFrom: not null, Title.IsGiven: false, Organisation.IsGiven: false })
            (request, complaints) = (null, new([new(From, new("Skriv den nye tittelen eller det nye arbeidsstedet også.", "Write the new title or organisation too."))]));
        if (request is null) return Show(With(kept, patch), position, complaints, kept);

        var outcome = await bus.InvokeForTenantAsync<WriteOutcome>(Cluster, new UpdatePerson(Once(position, patch.ToJsonString()), Id, request), ct);
        return Hindrance(outcome, position, With(kept, patch), kept) ?? Go($"/people/{Id}", "done", ("done", "updated"));
    }

    private async Task<IActionResult?> LookAsync(CancellationToken ct)
    {
        if (await SeeAsync(ct) is { } refusal) return refusal;
        if (await reads.ShowAsync(Cluster, Site.Caller.ActorId!, [Id], null, ct) is not [{ Erased: false, MergedInto: null } person]) return new AnswerResult(Problem.NotFound);
        Person = person;
        return null;
    }

    /// <summary>What is known, as the form takes it.</summary>
    private JsonObject Kept()
    {
        var last = Person.Roles.Count > 0 ? Person.Roles[^1] : null;
        var kept = new JsonObject
        {
            ["name"] = Person.Name,
            ["title"] = last?.Title,
            ["organisation"] = last?.Organisation,
            ["unlisted"] = Person.Unlisted,
            ["email"] = Person.Email,
            ["phone"] = Person.Phone,
            ["gender"] = Person.Gender,
            ["externalIds"] = Person.ExternalIds.Count == 0 ? null : new JsonArray([.. Person.ExternalIds.Select(e => new JsonObject { ["scheme"] = e.Key, ["identifier"] = e.Value })]),
        };
        foreach (var (word, _) in kept.Where(k => k.Value is null).ToList()) kept.Remove(word);
        return kept;
    }
}
