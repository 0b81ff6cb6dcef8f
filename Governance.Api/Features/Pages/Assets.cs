using System.Buffers.Text;
using System.Collections.Frozen;
using System.Net.Mime;
using System.Security.Cryptography;
using Governance.Api.Http.Answers;
using Governance.Api.Http.Problems;
using Microsoft.Net.Http.Headers;

namespace Governance.Api.Features.Pages;

/// <summary>The files that pages load, each at an address made from its content, so that whoever has it never asks again.</summary>
public static class Assets
{
    private const string Folder = "Governance.Api.Features.Pages.Assets.";
    private const string Path = "/assets/";

    private static readonly FrozenDictionary<string, Asset> byName =
        typeof(Assets).Assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal)).Select(Asset.Load).ToFrozenDictionary(a => a.Name);

    private static readonly FrozenDictionary<string, Asset> byFile = byName.Values.ToFrozenDictionary(a => a.File);

    /// <summary>Where a file is: <c>site.css</c> at <c>/assets/site.3fW9aQ.css</c>.</summary>
    public static string AddressOf(string name) => Path + byName[name].File;

    /// <summary>Answers with the files.</summary>
    public static void MapAssets(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(Path + "{file}", (string file) => byFile.TryGetValue(file, out var asset) ? (IResult)asset : Problem.NotFound).ExcludeFromDescription();

    private sealed record Asset(string Name, string File, Rendered Content) : IResult
    {
        public static Asset Load(string resource)
        {
            using var stream = typeof(Assets).Assembly.GetManifestResourceStream(resource)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            var (name, extension) = (resource[Folder.Length..], System.IO.Path.GetExtension(resource));
            var hash = Base64Url.EncodeToString(SHA256.HashData(bytes).AsSpan(0, 6));
            return new(name, $"{System.IO.Path.GetFileNameWithoutExtension(name)}.{hash}{extension}", Rendered.Of(bytes, TypeOf(extension)));
        }

        public Task ExecuteAsync(HttpContext httpContext)
        {
            var (headers, form) = (httpContext.Response.Headers, Content.For(httpContext.Request));
            headers.CacheControl = "public, max-age=31536000, immutable";
            headers.Vary = HeaderNames.AcceptEncoding;
            headers.ETag = form.Tag;
            if (form.Encoding is { } encoding) headers.ContentEncoding = encoding;
            httpContext.Response.ContentType = Content.MediaType;
            httpContext.Response.ContentLength = form.Bytes.Length;
            return httpContext.Response.Body.WriteAsync(form.Bytes, httpContext.RequestAborted).AsTask();
        }

        private static string TypeOf(string extension) => extension switch
        {
            ".css" => MediaTypeNames.Text.Css,
            ".js" => MediaTypeNames.Text.JavaScript,
            _ => MediaTypeNames.Application.Octet,
        } + "; charset=utf-8";
    }
}
