using Governance.Domain.Time;

namespace Governance.Api.Features.Import.Popolo;

/// <summary>Whom a post speaks for over time: the memberships in it may each tell of another.</summary>
internal static class PopoloPrincipals
{
    /// <summary>The first, by organisation's id, and each other one with the day from which the post speaks for it and where that is told.</summary>
    public static IReadOnlyList<(string? Id, PartialDate? Since, string At)> Of(PopoloPost post, IEnumerable<PopoloMembership> held)
    {
        var told = held.Where(m => m.OnBehalfOf is not null).OrderBy(m => m.From?.First ?? DateOnly.MinValue).ToList();
        List<(string? Id, PartialDate? Since, string At)> principals = [(told.Count > 0 ? told[0].OnBehalfOf : post.RepresentsId, null, post.At)];
        foreach (var m in told.Where(m => m.From is not null))
            if (m.OnBehalfOf != principals[^1].Id) principals.Add((m.OnBehalfOf, m.From, $"{m.At}/on_behalf_of_id"));
        return principals;
    }
}
