using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Domain.Findings;

/// <summary>A mandate's text uses a name that the body it means, by the names at the end of the day it was adopted, no longer bears.</summary>
internal sealed class StaleName() : BodyRule(FindingCode.StaleName)
{
    public override IEnumerable<Subject> Broken(BodyOnDay at) =>
        Stale(at).DistinctBy(s => (s.Body.Id, s.Name)).Select(s => new Subject { Body = at.Body.Id, OtherBody = s.Body.Id, Detail = s.Name.Text });

    public override Phrase Tell(BodyOnDay at, Subject subject)
    {
        var (other, name, word) = Stale(at).First(s => s.Body.Id == subject.OtherBody && s.Name.Text == subject.Detail);
        var (body, now) = (at.Name(), other.Names.Current.Phrase());
        var called = other.IsLiving ? new Phrase("heter nå", "is now called") : new Phrase("het til slutt", "was in the end called");
        var another = at.Cluster.Living.Any(b => b.Id != other.Id && b.Names.Current.Bears(name))
            ? new Phrase($" Et annet organ heter nå {name}.", $" Another body is now called {name}.")
            : new Phrase("", "");
        return new(
            $"Mandatet til {body.Nb} sier «{word}», men organet som het {name} da mandatet ble vedtatt, {called.Nb} {now.Nb}.{another.Nb}",
            $"The mandate of {body.En} says '{word}', but the body that was called {name} when it was adopted {called.En} {now.En}.{another.En}");
    }

    /// <summary>The first day of the first name after the last time it bore this one.</summary>
    protected override PartialDate Since(BodyOnDay at, Subject subject)
    {
        var (names, name) = (at.Cluster.Bodies[subject.OtherBody!.Value].Names.All, Name.Of(subject.Detail!));
        var other = names.Count - 1;
        while (!names[other - 1].Bears(name)) other--;
        return names[other].Period.From;
    }

    private static IEnumerable<(Body Body, Name Name, string Word)> Stale(BodyOnDay at)
    {
        if (at.Body.Mandate is not { } mandate || at.History.AsOf(mandate.From.First) is not { } then || !RenamedSince(then, at.Cluster)) return [];
        var mentions = Mentions.Of(then);
        return from text in mandate.Texts
               from mention in mentions.In(text)
               let body = at.Cluster.Bodies[mention.Means]
               where !body.Names.Current.Bears(mention.Name)
               select (body, mention.Name, mention.Word);
    }

    private static bool RenamedSince(Cluster then, Cluster now) =>
        then.Living.Select(b => (Was: b.Names.Current, Is: now.Bodies[b.Id].Names.Current))
            .Any(n => !n.Is.Bears(n.Was.Name) || n.Was.NameEn is { } en && !n.Is.Bears(en));
}
