using Governance.Domain.People;

namespace Governance.Domain.Meetings;

/// <summary>What is being prepared for a meeting and written down in it: the agenda, who cannot come, who is there, what is said of each item. A document; what is sent or held is copied into the log, without the reasons why somebody is away.</summary>
/// <param name="Id">The meeting's.</param>
/// <param name="Version">Counts up each time it is saved, from 1.</param>
public sealed record Proceedings(Guid Id, IReadOnlyList<MeetingItem> Items, IReadOnlyList<Absence> Absences, IReadOnlyList<Press> Attendance, string? Remarks, int Version)
{
    /// <summary>What is to be done because of its items.</summary>
    public IReadOnlyList<FollowUp> FollowUps { get; init; } = [];

    /// <summary>Those of a meeting of which nothing is written.</summary>
    public static Proceedings Of(MeetingId meeting) => new(meeting.Value, [], [], [], null, 0);

    /// <summary>An item by its id; null if there is none such.</summary>
    public MeetingItem? Item(Guid id) => Items.FirstOrDefault(i => i.Id == id);

    /// <summary>With an item that is new, or in the place of the one that has its id.</summary>
    public Proceedings With(MeetingItem item) => this with { Items = Item(item.Id) is null ? [.. Items, item] : [.. Items.Select(i => i.Id == item.Id ? item : i)] };

    /// <summary>Without an item.</summary>
    public Proceedings Without(Guid item) => this with { Items = [.. Items.Where(i => i.Id != item)] };

    /// <summary>With an item moved up, or down, by so many places.</summary>
    public Proceedings Moved(Guid item, int by)
    {
        var items = Items.ToList();
        var from = items.FindIndex(i => i.Id == item);
        if (from < 0) return this;
        var moved = items[from];
        items.RemoveAt(from);
        items.Insert(Math.Clamp(from + by, 0, items.Count), moved);
        return this with { Items = items };
    }

    /// <summary>With something to be done that is new, or in the place of what has its id.</summary>
    public Proceedings With(FollowUp task) => this with { FollowUps = FollowUps.Any(t => t.Id == task.Id) ? [.. FollowUps.Select(t => t.Id == task.Id ? task : t)] : [.. FollowUps, task] };

    /// <summary>With the notice that somebody cannot come.</summary>
    public Proceedings With(Absence absence) => this with { Absences = [.. Absences.Where(a => a.Person != absence.Person), absence] };

    /// <summary>With somebody coming after all.</summary>
    public Proceedings Coming(PersonId person) => this with { Absences = [.. Absences.Where(a => a.Person != person)] };

    /// <summary>With somebody who came, or left. Said twice it counts once.</summary>
    public Proceedings With(Press press) => IsPresent(press.Person) == press.In ? this : this with { Attendance = [.. Attendance, press] };

    /// <summary>Whether somebody is in the room.</summary>
    public bool IsPresent(PersonId person) => Attendance.LastOrDefault(p => p.Person == person) is { In: true };

    /// <summary>When somebody was in the room.</summary>
    public IReadOnlyList<Spell> Spells(PersonId person)
    {
        var spells = new List<Spell>();
        foreach (var press in Attendance.Where(p => p.Person == person))
        {
            if (press.In) spells.Add(new(press.At, null));
            else if (spells is [.., { Until: null } last]) spells[^1] = last with { Until = press.At };
        }
        return spells;
    }

    /// <summary>Everybody it names.</summary>
    public IEnumerable<PersonId> Persons() =>
    [
        .. Absences.Select(a => a.Person), .. Attendance.Select(p => p.Person), .. Items.Select(i => i.Presenter).OfType<PersonId>(), .. Items.SelectMany(i => i.Recusals).Select(r => r.Person),
        .. Items.SelectMany(i => i.Votes?.ByName ?? []).Select(v => v.Person),
        .. FollowUps.Select(t => t.Who).OfType<PersonId>(),
    ];

    /// <summary>Without what is private of a person who is erased, and without the name; what goes by ids alone stays.</summary>
    /// <param name="reworded">A text without the name.</param>
    public Proceedings Forgetting(IReadOnlySet<PersonId> persons, Func<string, string> reworded) => (this with
    {
        Absences = [.. Absences.Select(a => persons.Contains(a.Person) ? a with { Reason = null } : a)],
        Items = [.. Items.Select(i => i with { Recusals = [.. i.Recusals.Select(r => persons.Contains(r.Person) ? r with { Reason = null } : r)] })],
    }).Reworded(reworded);

    /// <summary>With each text in other words.</summary>
    public Proceedings Reworded(Func<string, string> reworded)
    {
        return this with
        {
            Absences = [.. Absences.Select(a => a with { Reason = Said(a.Reason) })],
            Items = [.. Items.Select(i => i with
            {
                Title = reworded(i.Title),
                Text = Said(i.Text),
                Proposal = Said(i.Proposal),
                ClosedBy = Said(i.ClosedBy),
                Conclusion = Said(i.Conclusion),
                Remarks = Said(i.Remarks),
                Recusals = [.. i.Recusals.Select(r => r with { Reason = Said(r.Reason) })],
                Papers = [.. i.Papers.Select(p => p with { Name = reworded(p.Name) })],
            })],
            Remarks = Said(Remarks),
            FollowUps = [.. FollowUps.Select(t => t with { What = reworded(t.What) })],
        };

        string? Said(string? text) => text is null ? null : reworded(text);
    }

    /// <summary>The texts in it, in no order.</summary>
    public IEnumerable<string> Texts() =>
        [.. new[] { Remarks }.Concat(Absences.Select(a => a.Reason)).Concat(Items.SelectMany(i => new[] { i.Title, i.Text, i.Proposal, i.ClosedBy, i.Conclusion, i.Remarks }.Concat(i.Papers.Select(p => p.Name)).Concat(i.Recusals.Select(r => r.Reason)))).Concat(FollowUps.Select(t => t.What)).OfType<string>()];
}

/// <summary>Somebody who has said that they cannot come, and why; the reason is private.</summary>
public sealed record Absence(PersonId Person, string? Reason);

/// <summary>Somebody came, or left, at a time of the day.</summary>
public sealed record Press(PersonId Person, TimeOnly At, bool In);

/// <summary>Something to be done because of an item: by whom, until when, and since when it is done.</summary>
public sealed record FollowUp(Guid Id, Guid Item, string What, PersonId? Who, DateOnly? Due, DateOnly? DoneOn);
