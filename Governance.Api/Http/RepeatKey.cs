using System.Reflection;
using Governance.Api.EventStore;
using Governance.Api.Http.Binding;
using Microsoft.AspNetCore.Http.Metadata;

namespace Governance.Api.Http;

/// <summary>The header <c>Idempotency-Key</c>: a repeat of the request with it is harmless.</summary>
public sealed class RepeatKey : RequestPart, IBindableFromHttpContext<RepeatKey>, IEndpointParameterMetadataProvider
{
    /// <summary>The header's name.</summary>
    public const string Header = "Idempotency-Key";

    private const int MaxLength = 200;

    /// <summary>What the client calls this request; null if nothing.</summary>
    public string? Value { get; private init; }

    /// <summary>The key as the log keeps it, where each holder of a login has keys of their own; null without one.</summary>
    public IdempotencyKey? For<T>(string actor, RequestBody<T> body) where T : class => Value is null ? null : new($"{actor} {Value}", body.Hash());

    /// <inheritdoc/>
    public static ValueTask<RepeatKey?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var header = context.Request.Headers[Header];
        var isSound = header.Count == 0 || (header.Count == 1 && header[0] is { Length: > 0 and <= MaxLength } key && key.All(c => c is >= ' ' and <= '~'));
        return ValueTask.FromResult<RepeatKey?>(isSound ? new() { Value = header.Count == 0 ? null : header[0] } : new() { Faults = [new Fault(Header, wrong)] });
    }

    /// <inheritdoc/>
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        Guard(builder);
        builder.Metadata.Add(new HeaderMetadata(Header, "Makes a repeat harmless: the same key, path and body answer as the first time, for 30 days."));
    }

    private static readonly Governance.Domain.Values.Phrase wrong = new(
        $"Skal gis én gang, med 1–{MaxLength} skrivbare ASCII-tegn.", $"Must be given once, with 1–{MaxLength} printable ASCII characters.");
}

/// <summary>Says that an endpoint reads this header.</summary>
public sealed record HeaderMetadata(string Name, string Description);
