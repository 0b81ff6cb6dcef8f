using Governance.Domain.Partners;

namespace Governance.Domain.Views;

/// <summary>Partners that came, left, or bear other names.</summary>
public sealed record PartnerChanges(IReadOnlyList<PartnerAlone> In, IReadOnlyList<PartnerAlone> Out, IReadOnlyList<PartnerRenaming> Renamed);

/// <summary>A partner that takes part on one side alone, as it stands there.</summary>
public sealed record PartnerAlone(PartnerOnDay Partner, string Sentence);

/// <summary>A partner under other names; it stands by the second ones.</summary>
public sealed record PartnerRenaming(PartnerLink Partner, NamePair Before, NamePair After, string Sentence);

/// <summary>How the partners of two viewpoints differ.</summary>
internal static class PartnersCompared
{
    public static PartnerChanges Between(Viewpoint from, Viewpoint to)
    {
        var (was, now) = (All(from), All(to));
        return new(
            [.. now.Values.Where(p => !was.ContainsKey(p.Id)).Select(p => new PartnerAlone(p, to.Say($"{Text(p)} kom til som partner.", $"{Text(p)} joined as a partner.")))],
            [.. was.Values.Where(p => !now.ContainsKey(p.Id)).Select(p => new PartnerAlone(p, to.Say($"{Text(p)} er ikke lenger partner.", $"{Text(p)} is no longer a partner.")))],
            [.. now.Values.Where(p => was.ContainsKey(p.Id) && !(Names(was[p.Id]).Same(Names(p)) && was[p.Id].FormerNames.SequenceEqual(p.FormerNames))).Select(p => new PartnerRenaming(
                new(p.Id, Text(p)), Names(was[p.Id]), Names(p), Names(was[p.Id]).Same(Names(p)) ? to.Say($"{p.Name} har i mellomtiden hatt et annet navn.", $"{Text(p)} has borne another name meanwhile.") : to.Say($"{was[p.Id].Name} heter nå {p.Name}.", $"{Text(was[p.Id])} is now called {Text(p)}.")))]);

        string Text(PartnerOnDay partner) => to.NameOf(partner.Name, partner.NameEn);
    }

    private static Dictionary<PartnerId, PartnerOnDay> All(Viewpoint view) => view.State is { } state ? PartnerOnDay.All(state).ToDictionary(p => p.Id) : [];

    private static NamePair Names(PartnerOnDay partner) => new(partner.Name, partner.NameEn);
}
