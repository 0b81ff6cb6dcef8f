using System.Text.Json.Nodes;
using Governance.Domain.Decisions;
using Microsoft.OpenApi;

namespace Governance.Api.Http.OpenApi;

/// <summary>Bodies to learn from, by the type that they are read as.</summary>
public static class Examples
{
    /// <summary>The 2022 reorganisation of Alrek helseklynge: two bodies swap a name, and a working group is set up, in one decision.</summary>
    public const string Reorganisation = """
        {
          "caseNumber": "12/22",
          "title": "Ny organisering",
          "decidedBy": "Styringsgruppe",
          "decidedOn": "2022-06-15",
          "meeting": "3/2022",
          "changes": [
            {"type": "rename-body", "body": "Arbeidsgruppe", "name": "Styringsgruppe"},
            {"type": "rename-body", "body": "Styringsgruppe", "name": "Partnermøte"},
            {"type": "adopt-mandate", "body": "Arbeidsgruppe", "points": ["Fremme samarbeid mellom partnerne"]},
            {"type": "establish-body", "ref": "senter", "kind": "working-group", "name": "Arbeidsgruppe for brukermedvirkning", "parent": "Arbeidsgruppe"},
            {"type": "adopt-mandate", "body": "#senter", "points": ["Utrede et senter for brukermedvirkning"], "deliverable": "Innsikt til Styringsgruppen", "dueOn": "2023"},
            {"type": "reconstitute-body", "body": "Brukerpanel", "seats": [
              {"ref": "s1", "role": "chair", "represents": "Brukerutvalget Helse Bergen"},
              {"role": "deputy", "deputyFor": "#s1"},
              {"role": "member", "represents": "Ungdomspanelet Helse Bergen"},
              {"role": "observer", "represents": "Studentpanel"}]}
          ]
        }
        """;

    /// <summary>The examples of a type; null where there are none.</summary>
    public static IDictionary<string, IOpenApiExample>? Of(Type type) => type != typeof(Decision) ? null : new Dictionary<string, IOpenApiExample>(StringComparer.Ordinal)
    {
        ["reorganisation"] = new OpenApiExample { Summary = "Two bodies swap a name, in one decision", Value = JsonNode.Parse(Reorganisation) },
    };
}
