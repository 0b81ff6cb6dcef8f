using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Findings;
using Governance.Domain.People;
using Governance.Domain.Time;
using Governance.Domain.Views;

namespace Governance.Tests.Domain.Laws;

/// <summary>Nothing that a page, a calendar or a feed says of a day to come is contradicted by the structure of that day.</summary>
public sealed class ToComeLaws
{
    private const int Seeds = 30;

    [Theory]
    [InlineData(Audience.Reader)]
    [InlineData(Audience.Public)]
    public void What_is_upcoming_has_come_on_its_day(Audience audience) => OfEveryDay(audience, (history, view) =>
    {
        var said = 0;
        foreach (var entry in Timeline.Of(view, new(From: view.AsOf.AddDays(1)), null, 10_000)!.Entries)
        {
            if (Holds(history, entry, audience) is not { } holds) continue;
            said++;
            holds.Should().BeTrue("{0}: {1} {2}", view.AsOf, entry.Date, entry.Sentence);
        }
        return said;
    });

    [Theory]
    [InlineData(Audience.Reader)]
    [InlineData(Audience.Public)]
    public void The_upcoming_of_the_front_page_is_the_timeline_s(Audience audience) => OfEveryDay(audience, (_, view) =>
    {
        var known = Timeline.Of(view, new(From: view.AsOf.AddDays(1)), null, 10_000)!.Entries.Select(e => (e.Date, e.Sentence)).ToHashSet();
        var upcoming = Structure.Of(view).Upcoming;
        upcoming.Select(u => (u.Date, u.Sentence)).Except(known).Should().BeEmpty();
        return upcoming.Count;
    });

    [Theory]
    [InlineData(Audience.Reader)]
    [InlineData(Audience.Public)]
    public void A_last_day_that_a_body_s_page_gives_is_the_last_day_in_the_seat(Audience audience) => OfEveryDay(audience, (history, view) =>
    {
        var said = 0;
        foreach (var body in BodyList.Of(view))
            foreach (var seat in body.Seats.Where(s => s.Holder is { ValidThrough: { } last } && IsDayToCome(view, last)))
            {
                said++;
                Sits(history, seat.Holder!.ValidThrough!.Value.First, audience, body.Id, seat.Id, seat.Holder.Id).Should().BeTrue("{0}: {1} sits in {2} through {3}", view.AsOf, seat.Holder.Id, body.Name, seat.Holder.ValidThrough);
                Begun(history, seat.Holder.ValidThrough.Value.Next.First, audience, body.Id, seat.Id, seat.Holder.Id).Should().NotBe(seat.Holder.ValidFrom, "{0}: {1} left {2} after {3}", view.AsOf, seat.Holder.Id, body.Name, seat.Holder.ValidThrough);
            }
        return said;
    });

    [Theory]
    [InlineData(Audience.Reader)]
    [InlineData(Audience.Public)]
    public void What_a_person_s_page_says_of_days_to_come_is_so_on_them(Audience audience) => OfEveryDay(audience, (history, view) =>
    {
        var said = 0;
        foreach (var person in history.Persons.Keys.Where(p => !history.Aliases.ContainsKey(p)))
            foreach (var seat in PersonView.Of(view, person)?.Seats ?? [])
            {
                if (IsDayToCome(view, seat.ValidFrom) && IsSeen(history, seat.ValidFrom.First, audience, seat.Body.Id))
                {
                    said++;
                    Begun(history, seat.ValidFrom.First, audience, seat.Body.Id, seat.Seat, person).Should().Be(seat.ValidFrom, "{0}: {1} sits in {2} from {3}", view.AsOf, person, seat.Body.Name, seat.ValidFrom);
                }
                if (seat.ValidThrough is { } last && IsDayToCome(view, last) && IsSeen(history, last.First, audience, seat.Body.Id))
                {
                    said++;
                    Begun(history, last.First, audience, seat.Body.Id, seat.Seat, person).Should().Be(seat.ValidFrom, "{0}: {1} sits in {2} through {3}", view.AsOf, person, seat.Body.Name, last);
                    Begun(history, last.Next.First, audience, seat.Body.Id, seat.Seat, person).Should().NotBe(seat.ValidFrom, "{0}: {1} left {2} after {3}", view.AsOf, person, seat.Body.Name, last);
                }
            }
        return said;
    });

    [Theory]
    [InlineData(Audience.Reader)]
    [InlineData(Audience.Public)]
    public void A_term_that_is_told_to_end_soon_ends_with_its_holder_in_the_seat(Audience audience) => OfEveryDay(audience, (history, view) =>
    {
        var said = 0;
        foreach (var body in BodyList.Of(view))
            foreach (var seat in body.Seats.Where(s => s is { Status: SeatStatus.TermEndsSoon, Holder.TermThrough: not null }))
            {
                var last = seat.Holder!.TermThrough!.Value;
                said++;
                SeatOn(history, last.Last, audience, body.Id, seat.Id)?.Holder.Should().Match<HolderOnDay>(h => h.Id == seat.Holder.Id && h.TermThrough == last, "{0}: {1} ends", view.AsOf, last);
            }
        return said;
    });

    [Fact]
    public void A_finding_that_says_that_a_term_ends_soon_is_of_one_that_does() => OfEveryDay(Audience.Reader, (history, view) =>
    {
        var soon = FindingList.Of(history, view.AsOf, Persons.None).Open.Where(f => f.Code == FindingCode.TermEndsSoon).Select(f => f.About.Seat).ToList();
        var shown = BodyList.Of(view).SelectMany(b => b.Seats).Where(s => s.Status == SeatStatus.TermEndsSoon).Select(s => (SeatId?)s.Id);
        soon.Except(shown).Should().BeEmpty("on {0}", view.AsOf);
        return soon.Count;
    });

    private static void OfEveryDay(Audience audience, Func<ClusterHistory, Viewpoint, int> look)
    {
        var said = 0;
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var history = Stories.Of(seed);
            foreach (var day in history.Chronicle.Days.Select(d => d.Date).Where((_, i) => i % 3 == 0)) said += look(history, history.On(day, audience));
        }
        said.Should().BePositive();
    }

    /// <summary>Whether what an event says is so in the evening of its day; null where another of the same day may have made it otherwise, or the structure does not show it.</summary>
    private static bool? Holds(ClusterHistory history, TimelineEntry entry, Audience audience)
    {
        var structure = Structure.Of(history.On(entry.Date.First, audience));
        if (entry.Partner is { } partner) return entry.Type switch { "partner-admitted" or "partner-renamed" => structure.Partners.Any(p => p.Id == partner.Id), "partner-withdrawn" => structure.Partners.All(p => p.Id != partner.Id), _ => null };
        if (entry.Body is not { Id: var id }) return null;
        var body = structure.Flat().FirstOrDefault(b => b.Id == id);
        return entry.Type switch
        {
            "body-established" or "body-reestablished" => IsRenewed(history, entry) ? null : body is not null,
            "body-dissolved" => IsRenewed(history, entry) ? null : body is null,
            "body-renamed" => body?.Name.Text == entry.After,
            "body-reclassified" or "body-moved" or "seat-created" or "seat-changed" or "member-appointed" or "leave-granted" => IsRenewed(history, entry) ? null : body is not null,
            "mandate-adopted" or "mandate-extended" => IsRenewed(history, entry) ? null : body?.Mandate is not null,
            "mandate-concluded" or "mandate-repealed" => IsRenewed(history, entry) ? null : body?.Mandate is null,
            _ => null,
        };
    }

    /// <summary>Whether a body went and came back, or came and went, within the day.</summary>
    private static bool IsRenewed(ClusterHistory history, TimelineEntry entry) =>
        history.Chronicle.Days.First(d => d.Date == entry.Date.First).Facts.Select(f => f.Event).OfType<BodyEvent>().Count(e => e.Body == entry.Body!.Id && e is BodyEstablished or BodyDissolved or BodyReestablished && e.Body == entry.Body.Id) > 1;

    private static bool IsDayToCome(Viewpoint view, PartialDate date) => date is { Certainty: Certainty.Known, Precision: Precision.Day } && date.First > view.AsOf && date.First < new DateOnly(2990, 1, 1);

    private static bool IsSeen(ClusterHistory history, DateOnly day, Audience audience, BodyId body) => Structure.Of(history.On(day, audience)).Flat().Any(b => b.Id == body);

    private static SeatOnDay? SeatOn(ClusterHistory history, DateOnly day, Audience audience, BodyId body, SeatId seat) =>
        Structure.Of(history.On(day, audience)).Flat().FirstOrDefault(b => b.Id == body)?.Seats.FirstOrDefault(s => s.Id == seat);

    private static bool Sits(ClusterHistory history, DateOnly day, Audience audience, BodyId body, SeatId seat, PersonId? person) =>
        !IsSeen(history, day, audience, body) || SeatOn(history, day, audience, body, seat)?.Holder?.Id == person;

    /// <summary>Since when a person sits in a seat on a day; null where they do not.</summary>
    private static PartialDate? Begun(ClusterHistory history, DateOnly day, Audience audience, BodyId body, SeatId seat, PersonId? person) =>
        SeatOn(history, day, audience, body, seat)?.Holder is { } holder && holder.Id == person ? holder.ValidFrom : null;
}
