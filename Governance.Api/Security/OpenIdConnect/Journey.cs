using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Governance.Api.Security.OpenIdConnect;

/// <summary>A way to the provider and back, kept in the browser that set out: what comes back must have its state, be for its nonce, and is fetched by its verifier.</summary>
/// <param name="Return">Where the person wanted to go.</param>
public sealed record Journey(string State, string Nonce, string Verifier, string? Return)
{
    /// <summary>What the provider is told of the verifier: its SHA-256.</summary>
    public string Challenge => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    public static Journey New(string? back) => new(Token.New(), Token.New(), Token.New(), back);
}
