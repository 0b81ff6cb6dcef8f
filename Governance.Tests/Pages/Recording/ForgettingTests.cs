using System.Text.Json.Nodes;
using Governance.Api.Features.Recording.Drafts;

namespace Governance.Tests.Pages.Recording;

public sealed class ForgettingTests
{
    [Theory]
    [InlineData("Bo", "Bordet til bo, og Bos stol", "Bordet til slettet person, og slettet persons stol")]
    [InlineData("Bo", "Obo og 1Bo", "Obo og 1Bo")]
    [InlineData("Kari Eksempel", "Takk, kari  eksempel (Eksempel, Kari)!", "Takk, slettet person (slettet person)!")]
    [InlineData("", "Ingenting", "Ingenting")]
    public void A_name_goes_out_of_texts_and_other_words_stay(string name, string text, string left)
    {
        var document = new JsonObject { ["text"] = text };
        new Forgetting([], [name]).In(document).Should().Be(text != left);
        document["text"]!.GetValue<string>().Should().Be(left);
    }
}
