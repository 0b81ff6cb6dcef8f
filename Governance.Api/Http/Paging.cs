namespace Governance.Api.Http;

/// <summary>A piece of a list and, where more follows, what to ask for it by.</summary>
public static class Paging
{
    /// <summary>So many items after the one of that key; from the beginning where no item has it any more.</summary>
    /// <param name="key">What an item is found by: the same for as long as it is in the list.</param>
    public static (IReadOnlyList<T> Items, string? Next) Take<T>(IReadOnlyList<T> all, Page page, Func<T, string> key)
    {
        var start = 0;
        if (page.After is { } after)
            while (start < all.Count && key(all[start++]) != after)
                if (start == all.Count) return ([], null);
        var items = all.Skip(start).Take(page.Limit).ToList();
        return (items, start + items.Count < all.Count ? key(items[^1]) : null);
    }
}
