using Governance.Domain.Views;

namespace Governance.Api.Features.Privacy.Retention;

/// <summary>What is kept of people, why and how long, and what of it is kept for longer.</summary>
public sealed record RetentionReport(DateOnly AsOf, IReadOnlyList<RetentionLine> Rules);

/// <summary>One rule.</summary>
/// <param name="Then"><c>deleted</c> by itself within a day, or <c>reported</c>: an admin decides.</param>
/// <param name="Past">How many are past their time.</param>
/// <param name="People">Whose, where it is kept of persons, with the day from which the time runs.</param>
public sealed record RetentionLine(string Data, string Label, string Why, string Kept, string Then, int Past, IReadOnlyList<RetainedPerson>? People = null);

/// <summary>Somebody of whom something is kept past its time.</summary>
/// <param name="Since">The last day in office, or the day it was asked for.</param>
public sealed record RetainedPerson(PersonLink Person, DateOnly Since, IReadOnlyList<string> Fields);
