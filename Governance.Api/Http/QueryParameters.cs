using System.Reflection;
using Governance.Api.Http.Binding;
using Microsoft.AspNetCore.Http.Metadata;

namespace Governance.Api.Http;

/// <summary>The parameters of a query, as the record <typeparamref name="T"/> names them.</summary>
public sealed class QueryParameters<T> : RequestPart, IBindableFromHttpContext<QueryParameters<T>>, IEndpointParameterMetadataProvider where T : class
{
    /// <summary>What was asked.</summary>
    public required T Value { get; init; }

    internal static QueryParameters<T> Of(T? value, IReadOnlyList<Fault> faults) => new() { Value = value!, Faults = faults };

    static ValueTask<QueryParameters<T>?> IBindableFromHttpContext<QueryParameters<T>>.BindAsync(HttpContext context, ParameterInfo parameter) =>
        ValueTask.FromResult<QueryParameters<T>?>(QueryParameters.Read<T>(context.Request.Query));

    static void IEndpointParameterMetadataProvider.PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        Guard(builder);
        builder.Metadata.Add(new QueryMetadata(QueryParameters.Shape<T>()));
    }
}

/// <summary>Reads parameters without an endpoint that binds them.</summary>
public static class QueryParameters
{
    /// <summary>What the parameters are called.</summary>
    public static IEnumerable<string> Words<T>() where T : class => Shape<T>().Members.Select(member => member.Word);

    /// <summary>Reads them from a query.</summary>
    public static QueryParameters<T> Read<T>(IQueryCollection query) where T : class
    {
        var reading = new RequestReader();
        return QueryParameters<T>.Of((T?)Shape<T>().Read(query, reading), reading.Faults);
    }

    internal static RecordShape Shape<T>() => (RecordShape)Shapes.Of(typeof(T));
}

/// <summary>Says that an endpoint reads these from the query.</summary>
public sealed record QueryMetadata(RecordShape Shape);
