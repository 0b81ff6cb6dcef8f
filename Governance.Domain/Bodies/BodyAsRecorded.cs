using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Mandates;
using Governance.Domain.Values;

namespace Governance.Domain.Bodies;

/// <summary>A body as its own stream tells it, in the order things were recorded: the fold of a live aggregation. The order of time, corrections and annulments are <see cref="ClusterHistory"/>'s.</summary>
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

    /// <summary>The body after the next event of its stream; null before it was established.</summary>
    public static BodyAsRecorded? After(BodyAsRecorded? body, BodyEvent next)
    {
        if (next is BodyEstablished e)
            return new() { Id = e.Body.Value, Name = e.Name.Text, NameEn = e.NameEn?.Text, Kind = e.Kind, Visibility = e.Visibility, Parent = e.Parent?.Value };
        body?.Take(next);
        return body;
    }

    private void Take(BodyEvent next)
    {
        switch (next)
        {
            case BodyRenamed e:
                (Name, NameEn) = (e.Name.Text, e.NameEn?.Text);
                break;
            case BodyReclassified e:
                (Kind, Visibility) = (e.Kind ?? Kind, e.Visibility ?? Visibility);
                break;
            case BodyMoved { Parent: { IsGiven: true, Value: var parent } }:
                Parent = parent?.Value;
                break;
            case BodyDissolved:
                (IsDissolved, Mandate) = (true, []);
                Seats.Clear();
                break;
            case BodyReestablished e:
                (IsDissolved, Name, NameEn, Kind) = (false, e.Name?.Text ?? Name, e.Name is null ? NameEn : e.NameEn?.Text, e.Kind ?? Kind);
                break;
            case MandateAdopted e:
                Mandate = e.Points;
                break;
            case MandateConcluded or MandateRepealed:
                Mandate = [];
                break;
            case SeatCreated e:
                Seats[e.Seat.Value] = null;
                break;
            case SeatAbolished e:
                Seats.Remove(e.Seat.Value);
                break;
            case MemberAppointed e:
                Seats[e.Seat.Value] = e.Person.Value;
                break;
            case AppointmentEnded e when Seats.TryGetValue(e.Seat.Value, out var holder) && holder == e.Person.Value:
                Seats[e.Seat.Value] = null;
                break;
            case BodyReconstituted e:
                Seats.Clear();
                foreach (var seat in e.Seats) Seats[seat.Seat.Value] = seat.Person?.Value;
                break;
        }
    }
}
