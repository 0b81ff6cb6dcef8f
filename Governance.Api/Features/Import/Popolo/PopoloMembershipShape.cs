using Governance.Domain.Composition;

namespace Governance.Api.Features.Import.Popolo;

/// <summary>How a membership stands in a document.</summary>
internal static class PopoloMembershipShape
{
    /// <summary>All of them, each with a key of its own.</summary>
    public static IReadOnlyList<PopoloMembership> All(IReadOnlyList<PopoloRecord> memberships)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        return [.. memberships.Select(Read).Select(m => m with { Key = Unused(m.Key) })];

        string Unused(string key)
        {
            var unused = key;
            for (var n = 2; !keys.Add(unused); n++) unused = $"{key}/{n}";
            return unused;
        }
    }

    private static PopoloMembership Read(PopoloRecord m)
    {
        var (post, extra, from) = (m.Text("post_id"), m.Object("extra"), m.Uncertain("start_date"));
        var (person, organization, role) = (m.Needed("person_id"), m.Text("organization_id") ?? (post is null ? m.Needed("organization_id") : ""), m.Text("role"));
        var (label, period) = (m.Text("label"), m.Text("legislative_period_id"));
        extra.Skip("since");
        var leave = extra.Object("leave");
        var (away, acting, deputy) = (leave.Uncertain("start_date"), leave.Text("acting_person_id"), leave.Text("deputy_post_id"));
        return new(
            m.Pointer, m.Text("id") ?? $"{person}/{post ?? organization}/{role ?? label}/{from?.ToString() ?? period}", person, organization, post, m.Text("on_behalf_of_id"), role, label, from,
            m.Uncertain("end_date"), extra.Date("term_through"), period, extra.Word<TermSource>("term_source") == TermSource.Rule, extra.Truth("ex_officio") ?? false,
            away is { } first ? new(leave.Pointer, first, deputy is null ? acting : null) : null);
    }
}
