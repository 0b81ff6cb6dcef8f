using System.ComponentModel.DataAnnotations;
using Governance.Domain.Values;

namespace Governance.Api.Http;

/// <summary>The day and the state of knowledge that an answer is for, and its language; absent means today, all that is known, and Norwegian.</summary>
public sealed record ReadAt(DateOnly? AsOf = null, DateTimeOffset? KnownAt = null, Language Lang = Language.Nb);

/// <summary>As <see cref="ReadAt"/>, where no day is asked for.</summary>
public sealed record ReadKnown(DateTimeOffset? KnownAt = null, Language Lang = Language.Nb);

/// <summary>The position that an answer must at least know of.</summary>
public sealed record ReadSince(long? MinPosition = null);

/// <summary>A piece of a list: so many after that item.</summary>
public sealed record Page(string? After = null, [Range(1, 500)] int Limit = 100);
