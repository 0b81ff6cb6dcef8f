namespace Governance.Api.Clusters;

/// <summary>About how many bytes a node keeps of what it could read or make again, shared out among those who keep: <c>Governance:MaxMemory</c> in all.</summary>
/// <param name="Histories">For clusters.</param>
/// <param name="Answers">For what was answered.</param>
/// <param name="Ledgers">For what the reporting tables say of clusters that change.</param>
public sealed record KeptMemory(long Histories, long Answers, long Ledgers)
{
    private const long Default = 64L << 20;

    public static KeptMemory Of(IConfiguration configuration)
    {
        var all = configuration.GetValue("Governance:MaxMemory", Default);
        return new(all / 2, all / 4, all / 4);
    }
}
