namespace Governance.Api.Security;

/// <summary>Finds who answers for an actor: an account for itself; for a key whoever made it, and made the key that made it.</summary>
public sealed class ResponsiblePeople(ApiKeys keys)
{
    /// <summary>Whether two actors answer for themselves: they are accounts of two people, or keys that neither the other nor one and the same made.</summary>
    public async Task<bool> AreTwoAsync(string one, string other, CancellationToken ct)
    {
        var made = (await keys.ListAsync(ct)).ToDictionary(key => key.Id, key => key.CreatedBy, StringComparer.Ordinal);
        return Behind(one, made) != Behind(other, made);
    }

    private static string Behind(string actor, Dictionary<string, string> made)
    {
        // The first key is said to have made itself.
        for (var steps = 0; steps < made.Count && made.TryGetValue(actor, out var maker) && maker != actor; steps++) actor = maker;
        return actor;
    }
}
