namespace Governance.Api.Features.Import.Popolo;

/// <summary>What our import calls the things of a document: the list and the id they have there.</summary>
internal static class PopoloKeys
{
    private const int MaxLength = 100;

    /// <summary><c>organizations/12</c>; by its place where the id cannot stand in a ref.</summary>
    public static string Of(string list, string id, string at) => $"{list}/{id}" is var key && key.Length <= MaxLength && !key.Any(char.IsWhiteSpace) ? key : at.TrimStart('/') + "#";
}
