using System.Globalization;
using System.Reflection;
using Governance.Api.Http.Binding;
using Governance.Domain.Values;
using Microsoft.AspNetCore.Http.Metadata;

namespace Governance.Api.Http;

/// <summary>The header <c>If-Match: "12"</c>: do it only if the cluster still stands at that position.</summary>
public sealed class ExpectedPosition : RequestPart, IBindableFromHttpContext<ExpectedPosition>, IEndpointParameterMetadataProvider
{
    private const string Header = "If-Match";

    private static readonly Phrase wrong = new("Skal være en posisjon i anførselstegn: \"12\".", "Must be a position in quotation marks: \"12\".");

    /// <summary>The position; null if any will do.</summary>
    public long? Value { get; private init; }

    /// <inheritdoc/>
    public static ValueTask<ExpectedPosition?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var header = context.Request.Headers.IfMatch;
        if (header.Count == 0 || header == "*") return ValueTask.FromResult<ExpectedPosition?>(new());
        return ValueTask.FromResult<ExpectedPosition?>(
            header.Count == 1 && header[0] is ['"', .. var digits, '"'] && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var position)
                ? new() { Value = position }
                : new() { Faults = [new Fault(Header, wrong)] });
    }

    /// <inheritdoc/>
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        Guard(builder);
        builder.Metadata.Add(new HeaderMetadata(Header, "Only if the cluster still stands at this position, in quotation marks."));
    }
}
