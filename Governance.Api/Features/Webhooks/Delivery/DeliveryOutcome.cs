using System.Text.Json.Serialization;
using Governance.Domain.Values;

namespace Governance.Api.Features.Webhooks.Delivery;

/// <summary>Why an attempt was in vain.</summary>
[JsonConverter(typeof(KebabCase<DeliveryFault>))]
public enum DeliveryFault
{
    /// <summary>No connection: no such name, nobody there, no trust in the certificate.</summary>
    Unreachable,

    /// <summary>The name leads to an address that is not on the open internet.</summary>
    AddressNotAllowed,

    /// <summary>No answer in time.</summary>
    TimedOut,

    /// <summary>The subscriber cannot take anything now.</summary>
    Failed,

    /// <summary>The subscriber is elsewhere; we do not follow.</summary>
    Redirected,

    /// <summary>The subscriber does not take this message.</summary>
    Refused,

    /// <summary>The subscriber wants no more.</summary>
    Gone,
}

/// <summary>What came of one attempt. <c>Status</c> is what the subscriber answered, if it did.</summary>
/// <param name="Fault">Null when the subscriber took it.</param>
/// <param name="RetryAfter">How long the subscriber asks us to wait.</param>
public sealed record DeliveryOutcome(TimeSpan Took, int? Status = null, DeliveryFault? Fault = null, TimeSpan? RetryAfter = null)
{
    /// <summary>What an answer's status says: which of them are about this message alone, and which about the subscriber.</summary>
    public static DeliveryFault? FaultOf(int status) => status switch
    {
        >= 200 and <= 299 => null,
        >= 300 and <= 399 => DeliveryFault.Redirected,
        400 or 406 or 409 or 411 or 413 or 415 or 417 or 422 or 431 => DeliveryFault.Refused,
        410 => DeliveryFault.Gone,
        _ => DeliveryFault.Failed,
    };

    /// <summary>A fault in words.</summary>
    public static Phrase Told(DeliveryFault fault) => fault switch
    {
        DeliveryFault.Unreachable => new("Mottakeren kan ikke nås: navnet er ukjent, ingen svarer, eller sertifikatet er ikke til å stole på.", "The subscriber cannot be reached: the name is unknown, nobody answers, or the certificate is not to be trusted."),
        DeliveryFault.AddressNotAllowed => new("Navnet fører til en adresse som ikke er på det åpne nettet.", "The name leads to an address that is not on the open internet."),
        DeliveryFault.TimedOut => new("Mottakeren svarte ikke i tide.", "The subscriber did not answer in time."),
        DeliveryFault.Failed => new("Mottakeren kan ikke ta imot nå.", "The subscriber cannot take anything now."),
        DeliveryFault.Redirected => new("Mottakeren viser til en annen adresse. Det følges ikke; endre url.", "The subscriber refers to another address. That is not followed; change url."),
        DeliveryFault.Refused => new("Mottakeren avviste meldingen.", "The subscriber refused the message."),
        _ => new("Mottakeren vil ikke ha mer (410).", "The subscriber wants no more (410)."),
    };
}
