using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Decisions;
using Governance.Domain.Partners;
using Governance.Domain.People;
using Governance.Domain.Time;

namespace Governance.Domain.Views;

/// <summary>A body, by id and name in the language of the view.</summary>
public sealed record BodyLink(BodyId Id, string Name);

/// <summary>A body that took over or was taken over from, by id and name in the language of the view, with the day it happened.</summary>
public sealed record SuccessionLink(BodyId Id, string Name, PartialDate ValidFrom)
{
    internal static SuccessionLink Of(Viewpoint view, Body body, Succession succession) => new(body.Id, view.NameOf(body.Names.Current), succession.From);
}

/// <summary>A partner, by id and name in the language of the view.</summary>
public sealed record PartnerLink(PartnerId Id, string Name);

/// <summary>A person, by id and name.</summary>
public sealed record PersonLink(PersonId Id, string Name);

/// <summary>A decision, by what people know it as.</summary>
public sealed record DecisionLink(DecisionId Id, string? CaseNumber, string Title, PartialDate DecidedOn);
