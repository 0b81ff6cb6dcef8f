namespace Governance.Api.Hosting;

/// <summary>Something the operator must put right first; the message is one line that says what, and is shown as it is.</summary>
public class CannotStartException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>Another process of ours runs the private PostgreSQL of this state folder.</summary>
public sealed class FolderInUseException(string folder, Exception? cause = null)
    : CannotStartException($"A server already runs on {folder}: stop it, or give this one a Governance__StateFolder or ConnectionStrings__Governance of its own.", cause);
