using System.Runtime.CompilerServices;
using FluentAssertions.Formatting;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Tests.Support;

/// <summary>Assertions take dates and names as the values they are, and show them and ids as text.</summary>
internal sealed class DomainValues : IValueFormatter
{
    [ModuleInitializer]
    internal static void Teach()
    {
        AssertionOptions.AssertEquivalencyUsing(o => o.ComparingByValue<PartialDate>().ComparingByValue<Name>());
        Formatter.AddFormatter(new DomainValues());
    }

    public bool CanHandle(object value) => value is PartialDate or Name || value?.GetType().GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>)) is true;

    public void Format(object value, FormattedObjectGraph formattedGraph, FormattingContext context, FormatChild formatChild) => formattedGraph.AddFragment(value.ToString());
}
