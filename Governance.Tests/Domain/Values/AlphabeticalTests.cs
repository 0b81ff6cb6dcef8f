using Governance.Domain.Values;

namespace Governance.Tests.Domain.Values;

public sealed class AlphabeticalTests
{
    [Theory]
    [InlineData("Isak", "Isaac", "Zara", "Ærlend", "Østen", "Öyvind", "Aage", "Åse", "Aase")]
    [InlineData("Ádjá", "Ajax", "Česká", "Dag", "Đappe", "Nils", "Ŋalbmi", "Olav", "Šamil", "Svein", "Ŧuvre", "Žakaris", "Årne")]
    [InlineData("André", "Andrea", "Muller", "Myller", "Müller")]
    [InlineData("styret", "Styret", "styrets")]
    public void Names_stand_as_bokmål_has_them(params string[] inOrder) => inOrder.Reverse().Order(Alphabetical.Order).Should().Equal(inOrder);

    [Fact]
    public void People_stand_by_family_name_and_then_by_the_whole_name()
    {
        string[] inOrder = ["Øystein Berg", "Aage Bø", "Anne Aas Dahl", "Aase Dahl", "Madonna", "Zara Moe", "Ærlend Vik", "Per Ås", "Kari Aas"];
        inOrder.Reverse().Order(Alphabetical.ByFamilyName).Should().Equal(inOrder);
    }
}
