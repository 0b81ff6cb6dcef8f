using Governance.Domain.Composition;
using Governance.Domain.Mandates;
using Governance.Domain.Values;

namespace Governance.Domain.Bodies;

/// <summary>A body as its own stream tells it, in the order things were recorded: the <c>Create</c>/<c>Apply</c> fold that Marten's live aggregation finds by convention. The order of time, corrections and annulments are <see cref="Clusters.ClusterHistory"/>'s.</summary>
public sealed class BodyAsRecorded
{
    /// <summary>The stream's id.</summary>
    public Guid Id { get; set; }

    /// <summary>The name recorded last.</summary>
    public string Name { get; set; } = "";

    /// <summary>Its English name, if it has one.</summary>
    public string? NameEn { get; set; }

    /// <summary>What sort of body it is.</summary>
    public BodyKind Kind { get; set; }

    /// <summary>Who may see it.</summary>
    public Visibility Visibility { get; set; }

    /// <summary>The body it belongs under.</summary>
    public Guid? Parent { get; set; }

    /// <summary>Whether it is dissolved.</summary>
    public bool IsDissolved { get; set; }

    /// <summary>The points of its mandate; none where it has no mandate.</summary>
    public IReadOnlyList<string> Mandate { get; set; } = [];

    /// <summary>Its seats, each with whoever was put in it last and not taken out.</summary>
    public IDictionary<Guid, Guid?> Seats { get; } = new Dictionary<Guid, Guid?>();

    /// <summary>The body as it was established.</summary>
    public static BodyAsRecorded Create(BodyEstablished e) => new()
    {
        Id = e.Body.Value,
        Name = e.Name.Text,
        NameEn = e.NameEn?.Text,
        Kind = e.Kind,
        Visibility = e.Visibility,
        Parent = e.Parent?.Value,
    };

    /// <summary>It took new names.</summary>
    public void Apply(BodyRenamed e) => (Name, NameEn) = (e.Name.Text, e.NameEn?.Text);

    /// <summary>It changed kind or visibility.</summary>
    public void Apply(BodyReclassified e) => (Kind, Visibility) = (e.Kind ?? Kind, e.Visibility ?? Visibility);

    /// <summary>It was moved.</summary>
    public void Apply(BodyMoved e) => Parent = e.Parent.IsGiven ? e.Parent.Value?.Value : Parent;

    /// <summary>It ceased to exist.</summary>
    public void Apply(BodyDissolved _)
    {
        (IsDissolved, Mandate) = (true, []);
        Seats.Clear();
    }

    /// <summary>It came back.</summary>
    public void Apply(BodyReestablished e) =>
        (IsDissolved, Name, NameEn, Kind) = (false, e.Name?.Text ?? Name, e.Name is null ? NameEn : e.NameEn?.Text, e.Kind ?? Kind);

    /// <summary>It got a mandate.</summary>
    public void Apply(MandateAdopted e) => Mandate = e.Points;

    /// <summary>Its mandate is fulfilled.</summary>
    public void Apply(MandateConcluded _) => Mandate = [];

    /// <summary>Its mandate no longer holds.</summary>
    public void Apply(MandateRepealed _) => Mandate = [];

    /// <summary>It got a seat.</summary>
    public void Apply(SeatCreated e) => Seats[e.Seat.Value] = null;

    /// <summary>It lost a seat.</summary>
    public void Apply(SeatAbolished e) => Seats.Remove(e.Seat.Value);

    /// <summary>Somebody got a seat.</summary>
    public void Apply(MemberAppointed e) => Seats[e.Seat.Value] = e.Person.Value;

    /// <summary>Somebody left a seat.</summary>
    public void Apply(AppointmentEnded e)
    {
        if (Seats.TryGetValue(e.Seat.Value, out var holder) && holder == e.Person.Value) Seats[e.Seat.Value] = null;
    }

    /// <summary>It got a whole new composition.</summary>
    public void Apply(BodyReconstituted e)
    {
        Seats.Clear();
        foreach (var seat in e.Seats) Seats[seat.Seat.Value] = seat.Person?.Value;
    }
}
