using System.Globalization;
using Governance.Domain.Bodies;
using Governance.Domain.Partners;
using Governance.Domain.Views;

namespace Governance.Tests.Domain.Views;

/// <summary>What a comparison speaks of, in text: taken from a structure, or from the structure of the first side with the comparison's differences applied.</summary>
internal sealed class Applied
{
    private readonly Dictionary<BodyId, Dictionary<string, string>> bodies = [];
    private readonly Dictionary<PartnerId, string> partners = [];

    private Applied(Structure structure)
    {
        foreach (var body in structure.Bodies) Add(body);
        foreach (var partner in structure.Partners) partners.Add(partner.Id, $"{partner.Name} {partner.NameEn}");

        void Add(BodyNode node)
        {
            bodies.Add(node.Id, Of(node));
            foreach (var child in node.Children) Add(child);
        }
    }

    /// <summary>A line for each thing there is.</summary>
    public IEnumerable<string> Lines => bodies.SelectMany(b => b.Value.Select(part => $"{b.Key} {part.Key}: {part.Value}")).Concat(partners.Select(p => $"{p.Key}: {p.Value}")).Order(StringComparer.Ordinal);

    public static Applied To(Structure structure) => new(structure);

    public static Applied To(Structure structure, Comparison comparison)
    {
        var applied = new Applied(structure);
        applied.Apply(comparison);
        return applied;
    }

    private void Apply(Comparison compared)
    {
        foreach (var gone in compared.Gone) bodies.Remove(gone.Body.Id).Should().BeTrue();
        foreach (var added in compared.Added) bodies.Add(added.Body.Id, Of(added.Body));
        foreach (var change in compared.Renamed.Where(r => Text(r.Before) != Text(r.After))) Replace(change.Body.Id, "name", Text(change.Before), Text(change.After));
        foreach (var change in compared.KindChanged) Replace(change.Body.Id, "kind", $"{change.Before}", $"{change.After}");
        foreach (var change in compared.VisibilityChanged) Replace(change.Body.Id, "visibility", $"{change.Before}", $"{change.After}");
        foreach (var change in compared.Moved) Replace(change.Body.Id, "place", Text(change.Before), Text(change.After));
        foreach (var change in compared.Mandates) Replace(change.Body.Id, "mandate", Text(change.Before), Text(change.After));
        foreach (var change in compared.Members) Reseat(bodies[change.Body.Id], change);
        foreach (var change in compared.Partners.Out) partners.Remove(change.Partner.Id).Should().BeTrue();
        foreach (var change in compared.Partners.In) partners.Add(change.Partner.Id, $"{change.Partner.Name} {change.Partner.NameEn}");
        foreach (var change in compared.Partners.Renamed) partners[change.Partner.Id] = Text(change.After);
    }

    private void Replace(BodyId body, string part, string before, string after)
    {
        bodies[body][part].Should().Be(before);
        before.Should().NotBe(after);
        bodies[body][part] = after;
    }

    private static void Reseat(Dictionary<string, string> body, CompositionChange change)
    {
        foreach (var member in change.Out) body.Remove($"member {member.Person?.Id}").Should().BeTrue();
        foreach (var member in change.RoleChanged) body[$"member {member.Person?.Id}"].Should().Be(Text(member.Before));
        foreach (var member in change.In) body.Should().NotContainKey($"member {member.Person?.Id}");
        foreach (var member in change.In.Concat(change.RoleChanged)) body[$"member {member.Person?.Id}"] = Text(member.After);
        body["seats"].Should().Be($"{change.Before}");
        body["seats"] = $"{change.After}";
    }

    private static Dictionary<string, string> Of(BodyOnDay body)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["name"] = $"{body.Name} {body.NameEn}",
            ["kind"] = $"{body.Kind}",
            ["visibility"] = $"{body.Visibility}",
            ["place"] = $"{body.Parent} {string.Join(' ', body.AdvisoryTo)}",
            ["mandate"] = Text(body.Mandate),
            ["seats"] = $"{new SeatCounts(body.Seats.Count, body.Seats.Count(s => s.Status == SeatStatus.Vacant))}",
        };
        foreach (var seats in body.Seats.Where(s => s.Holder is not null).GroupBy(s => s.Holder!.Id))
            parts[$"member {seats.Key}"] = Text([.. seats.Select(s => new SeatHeld(s.Role, s.Title, s.Represents))]);
        return parts;
    }

    private static string Text(NamePair names) => $"{names.Name} {names.NameEn}";

    private static string Text(BodyPlace place) => $"{place.Parent?.Id} {string.Join(' ', place.AdvisoryTo.Select(b => b.Id))}";

    private static string Text(MandateOnDay? mandate) => mandate is null ? "" : string.Create(
        CultureInfo.InvariantCulture, $"{mandate.Version} {string.Join('|', mandate.Points)} {mandate.Purpose} {mandate.Deliverable} {mandate.ValidFrom} {mandate.ValidThrough} {mandate.DueOn}");

    private static string Text(IReadOnlyList<SeatHeld> seats) =>
        string.Join('|', seats.Select(s => $"{s.Role} {s.Title} {s.Represents?.Partner}{s.Represents?.Body}{(s.Represents is { Partner: null, Body: null } outside ? outside.Name : "")}").Order(StringComparer.Ordinal));
}
