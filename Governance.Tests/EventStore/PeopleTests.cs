using Governance.Api.EventStore;
using Governance.Domain.Clusters;
using Governance.Domain.People;
using Governance.Tests.Support;

namespace Governance.Tests.EventStore;

public sealed class PeopleTests(LogFixture fixture) : IClassFixture<LogFixture>
{
    private static readonly DateTimeOffset Asked = new(2024, 5, 6, 7, 8, 9, TimeSpan.Zero);

    private static FluentAssertions.Equivalency.EquivalencyAssertionOptions<Person> Saltless(FluentAssertions.Equivalency.EquivalencyAssertionOptions<Person> options) => options.Excluding(person => person.Salt);

    [Fact]
    public async Task A_person_is_kept_whole_and_replaced_whole()
    {
        var story = fixture.NewCluster();
        await fixture.Log.AppendAsync(story.Found());
        var person = new Person(Story.NewId(), "Kari Næss 😀")
        {
            Unlisted = true,
            Email = "kari@example.org",
            Phone = "+47 123",
            Gender = "female",
            ExternalIds = new Dictionary<string, string> { ["ORCID"] = "0000-0001" },
            Roles = [new PersonRole(null, "lege", null), new PersonRole("2022-06", "overlege", "Helse Bergen")],
            MergedInto = Story.NewId(),
            ErasureAskedBy = "key-2",
            ErasureAskedAt = Asked.AddMicroseconds(3),
        };
        await RegisterAsync(story, person);
        (await fixture.Log.ReadPeopleAsync(story.Cluster)).Should().ContainSingle().Which.Should().BeEquivalentTo(person with { Position = 2 }, Saltless);

        var erased = new Person(person.Id, "slettet person") { Erased = true };
        await RegisterAsync(story, erased);
        (await fixture.Log.ReadPeopleAsync(story.Cluster, [person.Id])).Should().ContainSingle().Which.Should().BeEquivalentTo(erased with { Position = 3 }, Saltless);
    }

    [Fact]
    public async Task A_tail_brings_the_people_its_acts_wrote_and_no_others()
    {
        var (story, other) = (fixture.NewCluster(), fixture.NewCluster());
        await fixture.Log.AppendAsync(story.Found());
        await fixture.Log.AppendAsync(other.Found());
        var (kari, ola) = (new Person(Story.NewId(), "Kari"), new Person(Story.NewId(), "Ola"));
        await RegisterAsync(story, kari);
        await RegisterAsync(story, ola);
        await RegisterAsync(other, kari with { Name = "En annen" });

        var tail = await fixture.Log.ReadTailAsync(story.Cluster, 2);
        tail.Events.Should().ContainSingle().Which.Position.Should().Be(3);
        tail.People.Should().ContainSingle().Which.Should().BeEquivalentTo(ola with { Position = 3 }, Saltless);
        (await fixture.Log.ReadTailAsync(story.Cluster, 0)).People.Should().BeEquivalentTo([kari with { Position = 2 }, ola with { Position = 3 }], Saltless);
        (await fixture.Log.ReadTailAsync(story.Cluster, 3)).People.Should().BeEmpty();
    }

    [Fact]
    public async Task An_act_that_is_not_recorded_writes_no_people()
    {
        var story = fixture.NewCluster();
        await fixture.Log.AppendAsync(story.Found());
        var person = new Person(Story.NewId(), "Kari");
        await fixture.Log.AppendAsync(story.At(5, new PersonRegistered(new PersonId(person.Id))) with { People = [person] });

        (await fixture.Log.ReadPeopleAsync(story.Cluster)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_row_is_proved_by_the_act_that_wrote_it_last_and_the_proof_of_what_was_cleared_tells_nothing()
    {
        var story = fixture.NewCluster();
        await fixture.Log.AppendAsync(story.Found());
        var person = new Person(Story.NewId(), "Kari") { Phone = "12345678" };
        await RegisterAsync(story, person);
        var key = (await fixture.Log.ReadPeopleAsync(story.Cluster)).Single().Salt;
        await RegisterAsync(story, new Person(person.Id, "") { Erased = true });

        var found = await fixture.Log.VerifyAsync(story.Cluster);
        (found.Differences, found.People, found.UnprovedPeople).Should().BeEquivalentTo((Array.Empty<Difference>(), 1, 0));
        ((long)(await fixture.SqlAsync("select count(*) from mt_doc_person where tenant_id = $1 and data::text like '%' || $2 || '%'", story.Cluster, key!))!).Should().Be(0, "without the key nobody can try out what the phone was");
    }

    [Fact]
    public async Task A_row_of_before_is_told_of_as_not_known_to_be_as_it_was_written()
    {
        var story = fixture.NewCluster();
        await fixture.Log.AppendAsync(story.Found());
        await RegisterAsync(story, new Person(Story.NewId(), "Kari"));
        await Rehashing.AsOfBeforeAsync(fixture, story.Cluster);
        await fixture.SqlAsync("update mt_doc_person set data = data - 'salt' where tenant_id = $1", story.Cluster);

        var found = await fixture.Log.VerifyAsync(story.Cluster);
        (found.Differences, found.People, found.UnprovedPeople).Should().BeEquivalentTo((Array.Empty<Difference>(), 1, 1));
    }

    private async Task RegisterAsync(Story story, Person person) =>
        (await fixture.Log.AppendAsync(story.Next(new PersonRegistered(new PersonId(person.Id))) with { People = [person] })).Should().BeOfType<AppendOutcome.Recorded>();
}
