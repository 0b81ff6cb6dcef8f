namespace Governance.Domain.Clusters;

/// <summary>One fact in the log, past tense: plain data, the stored contract.</summary>
/// <remarks>Stored: change an event only by adding members, or with an upcaster.</remarks>
public abstract record ClusterEvent;
