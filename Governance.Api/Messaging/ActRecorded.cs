namespace Governance.Api.Messaging;

/// <summary>Acts of a cluster were recorded, up to and including a position. Ids and positions only: what was recorded stands in the log alone.</summary>
public sealed record ActRecorded(string Cluster, long Position);
