using Governance.Domain.Values;

namespace Governance.Api.Http.Binding;

/// <summary>One reading of a request and every fault found in it.</summary>
public sealed class RequestReader
{
    /// <summary>How many faults are told; of more only the number.</summary>
    private const int MostTold = 100;

    private readonly List<Fault> faults = [];
    private Dictionary<string, JsonLocation> refs = new(StringComparer.Ordinal);
    private int untold;

    /// <summary>Whether nothing is wrong so far.</summary>
    public bool IsSound => faults.Count == 0;

    /// <summary>How much is wrong so far.</summary>
    public int FaultCount => faults.Count + untold;

    /// <summary>All that is wrong, in the order of the request.</summary>
    public IReadOnlyList<Fault> Faults => untold == 0 ? faults : [.. faults, new Fault("", FaultMessages.More(untold))];

    /// <summary>Tells of a fault; answers null, the value of what is at fault.</summary>
    public object? Fault(JsonLocation place, Phrase message)
    {
        if (faults.Count == MostTold) untold++;
        else faults.Add(new Fault(place.ToString(), message));
        return null;
    }

    /// <summary>Notes that something is called <paramref name="name"/>; false when something else already is.</summary>
    public bool Claim(string name, JsonLocation place)
    {
        if (refs.TryAdd(name, place)) return true;
        Fault(place, FaultMessages.RefTwice(name, refs[name]));
        return false;
    }

    /// <summary>Reads with refs of its own.</summary>
    public T Apart<T>(Func<T> read)
    {
        var outside = refs;
        refs = new(StringComparer.Ordinal);
        var value = read();
        refs = outside;
        return value;
    }
}
