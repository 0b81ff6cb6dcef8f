namespace Governance.Api.Features.Import.Popolo;

/// <summary>What the changes of an import call the things of a document: by id what the cluster has already, by ref what they make.</summary>
internal sealed class PopoloNames(PopoloKnown known)
{
    public PopoloKnown Known => known;

    public string Of(PopoloOrganization organization) => known.Organization(organization.Id)?.ToString() ?? "#" + RefOf(organization);

    public string Of(PopoloPost post) => known.Seat("posts", post.Id)?.ToString() ?? "#" + RefOf(post);

    public string Of(PopoloMembership membership) => known.Seat("memberships", membership.Key)?.ToString() ?? "#" + RefOf(membership);

    public string Of(PopoloPerson person) => known.Person(person.Id)?.ToString() ?? "#" + RefOf(person);

    public static string RefOf(PopoloOrganization organization) => PopoloKeys.Of("organizations", organization.Id);

    public static string RefOf(PopoloPost post) => PopoloKeys.Of("posts", post.Id);

    public static string RefOf(PopoloMembership membership) => PopoloKeys.Of("memberships", membership.Key);

    public static string RefOf(PopoloPerson person) => PopoloKeys.Of("persons", person.Id);
}
