using Governance.Domain.Bodies;
using Governance.Domain.Partners;

namespace Governance.Domain.Clusters;

/// <summary>One fact in the log, past tense: plain data, the stored contract.</summary>
/// <remarks>Stored: change an event only by adding members, or with an upcaster.</remarks>
public abstract record ClusterEvent;

/// <summary>What a decision changed: it holds from the effective date in its headers.</summary>
public abstract record FactEvent : ClusterEvent;

/// <summary>A fact on a body's stream.</summary>
public abstract record BodyEvent(BodyId Body) : FactEvent;

/// <summary>A fact of a body's own life: its being, names, kind and place.</summary>
public abstract record BodyLifeEvent(BodyId Body) : BodyEvent(Body);

/// <summary>A fact about a body's mandate.</summary>
public abstract record MandateEvent(BodyId Body) : BodyEvent(Body);

/// <summary>A fact about a body's seats and those who sit in them.</summary>
public abstract record CompositionEvent(BodyId Body) : BodyEvent(Body);

/// <summary>A fact on a partner's stream.</summary>
public abstract record PartnerEvent(PartnerId Partner) : FactEvent;

/// <summary>A fact on the cluster's own stream of names and strategies.</summary>
public abstract record StrategyEvent : FactEvent;

/// <summary>An act on the register, the one event that gives it its position.</summary>
public abstract record RegisterEvent : ClusterEvent;
