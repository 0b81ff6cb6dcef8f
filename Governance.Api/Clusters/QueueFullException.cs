namespace Governance.Api.Clusters;

/// <summary>So many wait to write to one cluster that whoever comes now is better off coming again.</summary>
public sealed class QueueFullException() : Exception("The queue of writers is full.");
