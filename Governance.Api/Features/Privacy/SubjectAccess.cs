using Governance.Api.EventStore;
using Governance.Api.Features.People;
using Governance.Domain.Time;
using Governance.Domain.Views;

namespace Governance.Api.Features.Privacy;

/// <summary>All that is held on a person in a cluster, with where it shows, for the person to have.</summary>
/// <param name="Fields">The fields that have a value: to whom each shows, why it is held and for how long.</param>
/// <param name="Seats">The seats held and to come, those in internal bodies too.</param>
/// <param name="Acting">The seats in which the person acted, acts or is to act for somebody on leave.</param>
/// <param name="Meetings">The attendance entered; a meeting entered anew stands once for each time.</param>
/// <param name="Texts">The texts in the register where the name stands.</param>
/// <param name="Registrations">The acts that entered, changed or merged the person.</param>
/// <param name="Accounts">Accounts of this cluster that sign in by the person's e-mail address.</param>
/// <param name="Reads">Who was shown what is private, the latest first.</param>
public sealed record SubjectAccess(
    Guid Person, string Cluster, DateTimeOffset MadeAt, long Position, IReadOnlyList<HeldEntry> Entries, IReadOnlyList<HeldField> Fields, IReadOnlyList<PersonSeat> Seats, IReadOnlyList<ActingSeat> Acting,
    IReadOnlyList<HeldMeeting> Meetings, IReadOnlyList<HeldText> Texts, IReadOnlyList<HeldDraft> Drafts, IReadOnlyList<Registration> Registrations,
    IReadOnlyList<HeldAccount> Accounts, IReadOnlyList<PrivateRead> Reads);

/// <summary>What is kept of the person; one entered twice has several.</summary>
public sealed record HeldEntry(
    Guid Id, string Name, bool Unlisted, string? Email, string? Phone, string? Gender, IReadOnlyList<ExternalId> ExternalIds, IReadOnlyList<PersonRole> Roles, DateTimeOffset? ErasureAskedAt, IReadOnlyList<string>? FormerNames)
{
    /// <summary>The entry that a row is.</summary>
    public static HeldEntry Of(Person row) =>
        new(row.Id, row.Name, row.Unlisted, row.Email, row.Phone, row.Gender, [.. row.ExternalIds.Select(e => new ExternalId(e.Key, e.Value))], row.Roles, row.ErasureAskedAt, row.FormerNames);
}

/// <summary>A field that is held.</summary>
/// <param name="ShownTo"><c>public</c>, <c>reader</c>, <c>secretary</c> or <c>nobody</c>; each role sees what those before it see.</param>
public sealed record HeldField(string Field, string Label, string ShownTo, string Why, string Kept);

/// <summary>Attendance at a meeting, as one act entered it.</summary>
public sealed record HeldMeeting(Guid Meeting, long Position, BodyLink Body, string Number, PartialDate HeldOn, bool Present, string? Note);

/// <summary>A text where the name stands.</summary>
/// <param name="Where">The act it belongs to, in a sentence.</param>
/// <param name="Path">Its place there, as its redaction takes it.</param>
/// <param name="Act">Its position, where it is no decision.</param>
public sealed record HeldText(string Where, string Path, string Text, Guid? Decision, long? Act);

/// <summary>A draft that names the person, or has them in a change.</summary>
public sealed record HeldDraft(Guid Id, string SavedBy, DateTimeOffset SavedAt);

/// <summary>An account, and where it is signed in.</summary>
public sealed record HeldAccount(string Id, string? Login, string Name, IReadOnlyList<string> Roles, DateTimeOffset CreatedAt, DateTimeOffset? DisabledAt, IReadOnlyList<HeldSession> Sessions);

/// <summary>A browser that is signed in.</summary>
public sealed record HeldSession(string? Agent, DateTimeOffset CreatedAt, DateTimeOffset SeenAt);
