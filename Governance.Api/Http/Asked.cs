using System.Reflection;
using Governance.Api.Http.Binding;
using Microsoft.AspNetCore.Http.Metadata;

namespace Governance.Api.Http;

/// <summary>The parameters of a query, as the record <typeparamref name="T"/> names them.</summary>
public sealed class Asked<T> : Received, IBindableFromHttpContext<Asked<T>>, IEndpointParameterMetadataProvider where T : class
{
    /// <summary>What was asked.</summary>
    public required T Value { get; init; }

    internal static Asked<T> Of(T? value, IReadOnlyList<Fault> faults) => new() { Value = value!, Faults = faults };

    static ValueTask<Asked<T>?> IBindableFromHttpContext<Asked<T>>.BindAsync(HttpContext context, ParameterInfo parameter) =>
        ValueTask.FromResult<Asked<T>?>(Asked.Read<T>(context.Request.Query));

    static void IEndpointParameterMetadataProvider.PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        Guard(builder);
        builder.Metadata.Add(new QueryMetadata(Asked.Shape<T>()));
    }
}

/// <summary>Reads parameters without an endpoint that binds them.</summary>
public static class Asked
{
    /// <summary>What the parameters are called.</summary>
    public static IEnumerable<string> Words<T>() where T : class => Shape<T>().Members.Select(member => member.Word);

    /// <summary>Reads them from a query.</summary>
    public static Asked<T> Read<T>(IQueryCollection query) where T : class
    {
        var reading = new Reading();
        return Asked<T>.Of((T?)Shape<T>().Read(query, reading), reading.Faults);
    }

    internal static RecordShape Shape<T>() => (RecordShape)Shapes.Of(typeof(T));
}

/// <summary>Says that an endpoint reads these from the query.</summary>
public sealed record QueryMetadata(RecordShape Shape);
