namespace Governance.Api.Features.Pages;

/// <summary>What a page says of itself to browsers, search engines and feed readers.</summary>
public sealed class Head
{
    /// <summary>What the page is about, without the cluster's name.</summary>
    public string? Title { get; set; }

    /// <summary>A sentence or two for those who see a link to it.</summary>
    public string? Description { get; set; }

    /// <summary>The same in schema.org's words: JSON in which <c>&lt;</c> is escaped.</summary>
    public byte[]? Linked { get; set; }
}
