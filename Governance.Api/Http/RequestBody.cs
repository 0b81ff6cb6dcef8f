using System.Buffers;
using System.IO.Pipelines;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Governance.Api.EventStore;
using Governance.Api.Http.Binding;
using Governance.Api.Http.Problems;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Governance.Api.Http;

/// <summary>The body of a request: JSON read as a <typeparamref name="T"/>.</summary>
public sealed class RequestBody<T> : RequestPart, IBindableFromHttpContext<RequestBody<T>>, IEndpointParameterMetadataProvider where T : class
{
    private ReadOnlyMemory<byte> utf8;
    private string path = "";

    /// <summary>What was handed in.</summary>
    public required T Value { get; init; }

    /// <summary>SHA-256 over the path and the canonical body: equal for requests that ask the same, however they are written. A document of which parts are passed over may have no canonical form: then as it is written.</summary>
    public byte[] Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(path + "\n"));
        hash.AppendData(Canonical());
        return hash.GetHashAndReset();
    }

    private byte[] Canonical()
    {
        try
        {
            return CanonicalJson.Of(utf8);
        }
        catch (FormatException)
        {
            return utf8.ToArray();
        }
    }

    static async ValueTask<RequestBody<T>?> IBindableFromHttpContext<RequestBody<T>>.BindAsync(HttpContext context, ParameterInfo parameter)
    {
        if (!IsJson(context.Request.ContentType)) return new() { Value = null!, Refusal = StatusProblems.Of(StatusCodes.Status415UnsupportedMediaType) };
        var sent = await ReadAsync(context.Request.BodyReader, context.RequestAborted);
        var reading = new RequestReader();
        if (IsRehearsedInVain(context)) reading.Fault(JsonLocation.Query("dryRun"), FaultMessages.NoRehearsal);
        var body = Requests.WithoutMark(sent);
        var value = Requests.Read<T>(body, reading);
        return new() { Value = value!, Faults = reading.Faults, utf8 = body, path = context.Request.Path };
    }

    static void IEndpointParameterMetadataProvider.PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        Guard(builder);
        builder.Metadata.Add(new BodyMetadata(typeof(T)));
    }

    /// <summary>Whether it is to be only tried out where that cannot be: it must not be written then.</summary>
    private static bool IsRehearsedInVain(HttpContext context) =>
        context.Request.Query["dryRun"].Any(v => v != "false") && context.GetEndpoint()?.Metadata.OfType<QueryMetadata>().Any(q => q.Shape.Members.Any(m => m.Word == "dryRun")) != true;

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    /// <summary>The whole body, which is no larger than the endpoint takes: the server sees to that.</summary>
    private static async Task<byte[]> ReadAsync(PipeReader body, CancellationToken ct)
    {
        while (true)
        {
            var read = await body.ReadAsync(ct);
            if (read.IsCompleted)
            {
                var whole = read.Buffer.ToArray();
                body.AdvanceTo(read.Buffer.End);
                return whole;
            }

            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}

/// <summary>Says that an endpoint takes a body of this type.</summary>
public sealed record BodyMetadata(Type Type);
