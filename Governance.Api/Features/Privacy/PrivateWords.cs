using Governance.Domain.Values;

namespace Governance.Api.Features.Privacy;

/// <summary>What was shown of a person, in words.</summary>
internal static class PrivateWords
{
    public static Phrase Of(string what) => what switch
    {
        "email" => new("e-post", "e-mail"),
        "phone" => new("telefon", "telephone"),
        "gender" => new("kjønn", "gender"),
        "external-ids" => new("id i andre registre", "ids in other registers"),
        PrivateReads.SubjectAccess => new("innsyn i alt", "access to all"),
        _ => new("eksport av hele protokollen", "export of the whole register"),
    };
}
