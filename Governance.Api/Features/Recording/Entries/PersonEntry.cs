using System.Text.Json.Nodes;
using Governance.Api.Features.Recording.Forms;

namespace Governance.Api.Features.Recording.Entries;

/// <summary>Somebody known, or the name of somebody new. Who bears a known name and is given a title or an organisation here is somebody new.</summary>
public sealed class PersonEntry : Entry
{
    public override JsonNode? Read(SentFields sent, string path, ReferenceChoices known)
    {
        var (name, title, organisation) = (sent[path], sent[path + ".title"], sent[path + ".organisation"]);
        if (name.Length == 0 && title.Length == 0 && organisation.Length == 0) return null;
        if (title.Length == 0 && organisation.Length == 0 && (NamedEntry.Remembered(sent, path) ?? known.Person(name)) is { } key) return JsonValue.Create(key);
        var person = new JsonObject { ["name"] = Text(name), ["title"] = Text(title), ["organisation"] = Text(organisation), ["ref"] = Text(sent[path + ".ref"]) };
        foreach (var (word, value) in person.ToList())
            if (value is null) person.Remove(word);
        return person;
    }

    public override Control Show(JsonNode? value, string path, ReferenceChoices known)
    {
        var (name, isNew) = value is JsonObject person ? (TextOf(person["name"]), person) : (TextOf(value), null);
        return new Who(
            path, isNew is null ? NamedEntry.Shown(name, path, ReferenceChoices.PeopleList, known) : new(path, name, ReferenceChoices.PeopleList), new(path + ".title", TextOf(isNew?["title"])),
            new(path + ".organisation", TextOf(isNew?["organisation"])), new(path + ".ref", TextOf(isNew?["ref"])));
    }
}
