using Governance.Api.Http.Answers;
using Governance.Api.Http.Problems;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Governance.Api.Http.OpenApi;

/// <summary>The description as it goes out: written once, since it is the same as long as the program runs.</summary>
internal sealed class KeptDescription([FromKeyedServices(KeptDescription.Name)] IOpenApiDocumentProvider documents)
{
    /// <summary>What it is called in its address.</summary>
    public const string Name = "v1";

    private static readonly Freshness fresh = new(60, IsPrivate: false);

    private readonly Lock door = new();
    private Task<Rendered>? written;

    /// <summary>Answers with it.</summary>
    public static async Task<IResult> HandleAsync(string documentName, KeptDescription kept) =>
        documentName.Equals(Name, StringComparison.OrdinalIgnoreCase) ? new Answer(await kept.GetAsync(), position: null, fresh) : Problem.NotFound;

    private Task<Rendered> GetAsync()
    {
        // What failed is tried again.
        lock (door) return written is null or { IsFaulted: true } ? written = WriteAsync() : written;
    }

    private async Task<Rendered> WriteAsync()
    {
        var document = await documents.GetOpenApiDocumentAsync();
        using var json = new MemoryStream();
        await document.SerializeAsJsonAsync(json, OpenApiSpecVersion.OpenApi3_1, CancellationToken.None);
        return Rendered.Of(json.ToArray(), "application/json;charset=utf-8");
    }
}
