using System.Reflection;
using Governance.Api.Http.Binding;
using Microsoft.AspNetCore.Http.Metadata;

namespace Governance.Api.Http;

/// <summary>The parameters of a query, as the record <typeparamref name="T"/> names them; others are passed over.</summary>
public sealed class Asked<T> : Received, IBindableFromHttpContext<Asked<T>>, IEndpointParameterMetadataProvider where T : class
{
    private static readonly RecordShape shape = (RecordShape)Shapes.Of(typeof(T));

    /// <summary>What was asked.</summary>
    public required T Value { get; init; }

    static ValueTask<Asked<T>?> IBindableFromHttpContext<Asked<T>>.BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var reading = new Reading();
        var value = (T?)shape.Read(context.Request.Query, reading);
        return ValueTask.FromResult<Asked<T>?>(new() { Value = value!, Faults = reading.Faults });
    }

    static void IEndpointParameterMetadataProvider.PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        Guard(builder);
        builder.Metadata.Add(new QueryMetadata(shape));
    }
}

/// <summary>Says that an endpoint reads these from the query.</summary>
public sealed record QueryMetadata(RecordShape Shape);
