using System.Security.Cryptography;
using System.Text;

namespace Governance.Api.Features.Import.Popolo;

/// <summary>What our import calls the things of a document: the list and the id they have there.</summary>
internal static class PopoloKeys
{
    private const int MaxLength = 100;

    /// <summary><c>organizations/12</c>; with the id's hash where it cannot stand in a ref.</summary>
    public static string Of(string list, string id) =>
        $"{list}/{id}" is var key && key.Length <= MaxLength && !key.Any(char.IsWhiteSpace) ? key : $"{list}/~{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, 16))}";
}
