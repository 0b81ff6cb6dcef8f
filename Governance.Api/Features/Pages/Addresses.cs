using Governance.Api.Http;
using Governance.Api.Http.Binding;
using Governance.Domain.Bodies;
using Governance.Domain.Composition;
using Governance.Domain.Decisions;
using Governance.Domain.Meetings;
using Governance.Domain.Partners;
using Governance.Domain.People;
using Governance.Domain.Values;

namespace Governance.Api.Features.Pages;

/// <summary>Makes the addresses of pages: each keeps the language, the day and the state of knowledge that are being looked at.</summary>
/// <param name="Base">What stands before every path.</param>
/// <param name="Cluster">The cluster that is being looked at; empty where none is.</param>
public sealed record Addresses(string Base, string Cluster, ReadAt At)
{
    public string Front => Under("");

    public string Committees => Under("/committees");

    public string Partners => Under("/partners");

    public string Search => Under("/search");

    public string Decisions => Under("/decisions");

    public string Desk => Under("/desk");

    public string Record => Under("/record");

    public string People => Under("/people");

    public string Meetings => Under("/meetings");

    public string Keys => Under("/keys");

    public string Webhooks => Under("/webhooks");

    public string Drafts => Under("/drafts");

    public string History => Under("/history");

    public string Years => Under("/years");

    public string Compare => Under("/compare");

    public string Report(int year) => Under($"/reports/{year}");

    public string Body(BodyId id) => Under($"/bodies/{id}");

    public string Person(PersonId id) => Under($"/people/{id}");

    public string Partner(PartnerId id) => Under($"/partners/{id}");

    public string Decision(DecisionId id) => Under($"/decisions/{id}");

    public string Meeting(MeetingId id) => Under($"/meetings/{id}");

    /// <summary>The form of a decision in which somebody else takes a seat over, at the field that says who.</summary>
    public string Replace(SeatId seat, params IEnumerable<(string Name, string? Value)> more) => Under("/record", more.Prepend(("replace", seat.ToString()))) + "#f-changes-1-person";

    /// <summary>A page of the cluster: <c>/decisions</c>, with further parameters; those without a value are left out.</summary>
    public string Under(string path, params IEnumerable<(string Name, string? Value)> more) => Of($"/{Cluster}{path}", more);

    /// <summary>Something of the cluster in the API: <c>/changes.atom</c>.</summary>
    public string Api(string path, params IEnumerable<(string Name, string? Value)> more) => Of($"/api/clusters/{Cluster}{path}", more);

    /// <summary>Any page, by its whole path: <c>/sign-in</c>.</summary>
    public string Of(string path, params IEnumerable<(string Name, string? Value)> more) =>
        Base + path + QueryString.Create([.. Kept.Concat(more).Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Name, p.Value))]);

    /// <summary>The parameters that every address keeps, absent where they say no more than their absence.</summary>
    public IEnumerable<(string Name, string? Value)> Kept =>
    [
        ("lang", At.Lang == Language.Nb ? null : Words.Of(At.Lang)),
        ("asOf", At.AsOf?.ToString("yyyy-MM-dd")),
        ("knownAt", At.KnownAt is { } instant ? Instants.Format(instant) : null),
    ];
}
