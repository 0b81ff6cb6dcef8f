namespace Governance.Api.Http.Answers;

/// <summary>What takes so much to answer that only a few at once may ask for it.</summary>
public enum ReadCost
{
    /// <summary>Little: nobody waits.</summary>
    None,

    /// <summary>This node's processor: a comparison, a report, a day long past.</summary>
    Processor,

    /// <summary>The database: a search.</summary>
    Database,

    /// <summary>The database: a cluster that this node does not have in memory, or that is not there at all.</summary>
    Load,

    /// <summary>A line to the database for as long as it takes to send: a whole log.</summary>
    Stream,
}

/// <summary>Says on an endpoint what it takes to answer.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CostsAttribute(ReadCost cost) : Attribute
{
    /// <summary>What it takes.</summary>
    public ReadCost Cost => cost;
}

/// <summary>What requests take to answer.</summary>
public static class ReadCosts
{
    // What is asked of other days than today is as many answers as there are days.
    private static readonly string[] past = ["asOf", "knownAt"];

    /// <summary>Says so of an endpoint.</summary>
    public static TBuilder Costs<TBuilder>(this TBuilder endpoint, ReadCost cost) where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new CostsAttribute(cost));

    /// <summary>What a request takes whose answer is not kept.</summary>
    public static ReadCost Of(Endpoint? endpoint, HttpRequest request) =>
        endpoint?.Metadata.GetMetadata<CostsAttribute>()?.Cost ?? (Array.Exists(past, request.Query.ContainsKey) ? ReadCost.Processor : ReadCost.None);
}
