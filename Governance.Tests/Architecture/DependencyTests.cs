using Governance.Domain.Clusters;

namespace Governance.Tests.Architecture;

public sealed class DependencyTests
{
    [Fact]
    public void The_domain_stands_on_the_base_class_library_alone() =>
        typeof(Cluster).Assembly.GetReferencedAssemblies().Select(a => a.Name)
            .Should().OnlyContain(name => name!.StartsWith("System.", StringComparison.Ordinal));
}
