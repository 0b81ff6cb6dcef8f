using Governance.Tests.Support;

namespace Governance.Tests.Api.Recording;

/// <summary>The cluster before its reorganisation, and the decision that made it.</summary>
internal static class Alrek
{
    public const string Before =
        """
        {
          "title": "Slik det var", "decidedByText": "Partnerne", "decidedOn": "2018",
          "changes": [
            {"type": "establish-body", "ref": "top", "kind": "steering-group", "name": "Styringsgruppe"},
            {"type": "establish-body", "ref": "work", "kind": "working-group", "name": "Arbeidsgruppe", "parent": "#top"},
            {"type": "establish-body", "ref": "panel", "kind": "panel", "name": "Brukerpanel", "advisoryTo": ["#work"]},
            {"type": "adopt-mandate", "body": "#panel", "points": ["Gi råd"], "purpose": "Panelet er oppnevnt av arbeidsgruppen."},
            {"type": "establish-body", "ref": "students", "kind": "panel", "name": "Studentpanel"}
          ]
        }
        """;

    public const string Swap =
        """
        {
          "caseNumber": "12/22", "title": "Ny organisering", "text": "…",
          "decidedBy": "Styringsgruppe", "decidedOn": "2022-06-15", "effectiveFrom": "2022-06-15",
          "meeting": "3/2022", "links": [{"title": "Referat", "url": "https://example.org/referat"}], "follows": [],
          "visibility": "public", "note": null,
          "changes": [
            {"type": "rename-body", "body": "Arbeidsgruppe", "name": "Styringsgruppe"},
            {"type": "rename-body", "body": "Styringsgruppe", "name": "Partnermøte"},
            {"type": "adopt-mandate", "body": "Arbeidsgruppe", "points": ["Fremme samarbeid mellom partnerne"]},
            {"type": "establish-body", "ref": "senter", "kind": "working-group", "name": "Arbeidsgruppe for brukermedvirkning", "parent": "Arbeidsgruppe"},
            {"type": "adopt-mandate", "body": "#senter", "points": ["Utrede et senter for brukermedvirkning"], "deliverable": "Innsikt til Styringsgruppen", "dueOn": "2023"},
            {"type": "reconstitute-body", "body": "Brukerpanel", "seats": [
              {"ref": "s1", "role": "chair", "represents": "Brukerutvalget Helse Bergen", "person": {"name": "Oppdiktet Eksempel Én", "title": "leder"}, "termThrough": "2925-03-28"},
              {"role": "deputy", "deputyFor": "#s1"},
              {"role": "member", "represents": "Ungdomspanelet Helse Bergen"},
              {"role": "observer", "represents": "Studentpanel"}]}
          ]
        }
        """;

    /// <summary>A cluster as it stood before the reorganisation; the labels know its bodies.</summary>
    public static async Task<(ClusterClient Cluster, Labels Labels)> BeforeAsync(ApiFixture api)
    {
        var (cluster, labels) = (await api.FoundAsync(), new Labels());
        var made = await cluster.DecideAsync(Before);
        labels.Name("first", made.Id);
        foreach (var change in made.Json["changes"]!.AsArray()) labels.Name(change!["ref"]!.GetValue<string>(), change["body"]!.GetValue<string>());
        labels.Name("panel", made.Json["changes"]![2]!["body"]!.GetValue<string>());
        return (cluster, labels);
    }
}
