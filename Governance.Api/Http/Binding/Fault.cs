using Governance.Domain.Values;

namespace Governance.Api.Http.Binding;

/// <summary>Something in a request that has not the form it must have. <c>Path</c> is its place: <c>changes[2].body</c> in the body, <c>?asOf</c> in the query, or a header's name.</summary>
public sealed record Fault(string Path, Phrase Message);
