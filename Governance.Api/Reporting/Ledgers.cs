namespace Governance.Api.Reporting;

/// <summary>The ledgers used last, so that what comes next is told on top of them: of a bounded weight together, however much is told.</summary>
/// <param name="maxWeight">About how many bytes of memory.</param>
internal sealed class Ledgers(long maxWeight)
{
    private readonly Lock door = new();
    private readonly LinkedList<(string Schema, Ledger Ledger)> kept = [];   // the one used last at the end

    /// <summary>Takes a cluster's ledger out, for one worker alone; null where none is kept.</summary>
    public Ledger? Take(string schema, string cluster)
    {
        lock (door)
        {
            for (var place = kept.Last; place is not null; place = place.Previous)
            {
                if (place.Value.Schema != schema || place.Value.Ledger.History.Id != cluster) continue;
                kept.Remove(place);
                return place.Value.Ledger;
            }
            return null;
        }
    }

    /// <summary>Keeps a ledger, and lets go of those used least recently that are too much beside it.</summary>
    public void Keep(string schema, Ledger ledger)
    {
        lock (door)
        {
            kept.AddLast((schema, ledger));
            for (var weight = kept.Sum(k => k.Ledger.Weight); weight > maxWeight && kept.Count > 1; kept.RemoveFirst()) weight -= kept.First!.Value.Ledger.Weight;
        }
    }
}
