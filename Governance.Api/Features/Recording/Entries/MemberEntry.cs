using Governance.Api.Features.Meetings;
using Governance.Api.Features.Recording.Forms;
using Governance.Api.Features.Recording.Words;
using Governance.Api.Http.Binding;
using Governance.Domain.Composition;
using Governance.Domain.Time;

namespace Governance.Api.Features.Recording.Entries;

/// <summary>How each member of a decision and of every change is asked for: by what it names, else by its shape.</summary>
public static class MemberEntry
{
    private const int SpareAttendants = 3;

    private static readonly string attended = Governance.Domain.Values.Words.OfType(typeof(Attended));

    /// <param name="of">The word of the change, or of what else it is a member of.</param>
    public static Entry Of(RecordMember member, string of) => member.Word switch
    {
        "ref" => new HiddenEntry(),
        "id" when of == MemberWords.Meeting => new HiddenEntry(),
        "enabled" when of == MemberWords.Webhook => new HiddenEntry(),
        "types" when of == MemberWords.Webhook => new TicksEntry(EventWords.Options),
        "person" when member.Shape == Texts.ByType[typeof(Guid)] => new NamedEntry(ReferenceChoices.PeopleList),
        "note" when of == attended => new LineEntry(),
        "body" or "parent" or "decidedBy" => new NamedEntry(ReferenceChoices.BodiesList),
        "advisoryTo" or "succeeds" or "succeededBy" => new NamedListEntry(ReferenceChoices.BodiesList),
        "partner" => new NamedEntry(ReferenceChoices.PartnersList),
        "represents" => new NamedEntry(ReferenceChoices.RepresentedList),
        "seat" when of == MemberWords.Row => new HiddenEntry(),
        "seat" or "deputyFor" => new NamedEntry(ReferenceChoices.SeatsList),
        "guests" => new NamedListEntry(ReferenceChoices.PeopleList),
        "follows" => new NamedListEntry(ReferenceChoices.DecisionsList),
        "meeting" => new LineEntry(ReferenceChoices.MeetingsList),
        "text" or "note" or "purpose" or "deliverable" => new AreaEntry(),
        "reason" when of is MemberWords.Decision => new AreaEntry(),
        _ => Of(member.Shape),
    };

    private static Entry Of(Shape shape) => shape switch
    {
        OptionalShape optional => Of(optional.Given),
        WordShape words => new WordEntry(EnumerationWords.Of(words.Enumeration)),
        TruthShape => new TruthEntry(),
        NumberShape => new NumberEntry(),
        PersonReferenceShape => new PersonEntry(),
        ListShape { Item: RecordShape item } => new RowsEntry(item, Called(item), item.Record == typeof(ListedSeat), item.Record == typeof(Attended) ? SpareAttendants : 1),
        ListShape => new PointsEntry(),
        RecordShape record => new RecordEntry(record, Called(record)),
        _ when shape == Texts.ByType[typeof(PartialDate)] || shape == Texts.ByType[typeof(DateOnly)] || shape == Texts.UncertainDate => new DateEntry(),
        _ when shape == Texts.ByType[typeof(TermLength)] => new LengthEntry(),
        _ => new LineEntry(),
    };

    private static string Called(RecordShape record) => record.Record == typeof(ListedSeat) ? MemberWords.Row : Governance.Domain.Values.Words.OfType(record.Record);
}
