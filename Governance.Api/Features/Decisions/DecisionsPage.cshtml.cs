using System.ComponentModel.DataAnnotations;
using Governance.Api.Features.Pages;
using Governance.Api.Http;
using Governance.Api.Http.Answers;
using Governance.Domain.Views;

namespace Governance.Api.Features.Decisions;

/// <summary>Which decisions a page of the register shows.</summary>
public sealed record RegisterQuestion([Range(1000, 2999)] int? Year = null, Guid? Body = null, string? Q = null, string? After = null);

/// <summary>The register of decisions, the newest first.</summary>
public sealed class DecisionsPage(Site site, ClusterViews views, AnswerCache answers) : ViewPage<RegisterQuestion>(site, views, answers)
{
    private const int Most = 50;

    /// <summary>What was asked for.</summary>
    public RegisterQuestion Asked { get; private set; } = null!;

    /// <summary>This piece of the register.</summary>
    public IReadOnlyList<DecisionLine> Decisions { get; private set; } = [];

    /// <summary>What the next piece is asked for by.</summary>
    public string? Next { get; private set; }

    /// <summary>How many decisions fit what was asked for.</summary>
    public int Total { get; private set; }

    /// <summary>The years there are decisions of, the latest first.</summary>
    public IReadOnlyList<int> Years { get; private set; } = [];

    /// <summary>The bodies that can be asked for, parents first.</summary>
    public IReadOnlyList<BodyLink> Bodies { get; private set; } = [];

    /// <inheritdoc/>
    protected override bool Show(Viewpoint view, RegisterQuestion asked)
    {
        Asked = asked;
        var all = DecisionLine.All(view, new());
        var filter = new DecisionFilter(asked.Year, asked.Body is { } body ? new(body) : null, asked.Q);
        var fit = (filter == new DecisionFilter() ? all : DecisionLine.All(view, filter)).OrderByDescending(d => d.DecidedOn.First).ThenByDescending(d => d.Position).ToList();
        (Decisions, Next) = Paging.Take(fit, new(asked.After, Most), d => d.Id.ToString());
        Total = fit.Count;
        Years = [.. all.Select(d => d.DecidedOn.First.Year).Distinct().OrderDescending()];
        Bodies = [.. BodyList.Of(view).Select(b => new BodyLink(b.Id, view.NameOf(b.Name, b.NameEn)))];
        return true;
    }
}
