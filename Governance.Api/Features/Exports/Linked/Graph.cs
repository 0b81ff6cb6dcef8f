namespace Governance.Api.Features.Exports.Linked;

/// <summary>Statements by subject, in the order they were made, each once.</summary>
internal sealed class Graph
{
    private readonly OrderedDictionary<string, OrderedDictionary<string, List<Term>>> subjects = new(StringComparer.Ordinal);
    private int blanks;

    /// <summary>The vocabularies, by the prefix that stands for them.</summary>
    public static IReadOnlyDictionary<string, string> Prefixes { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["dct"] = "http://purl.org/dc/terms/",
        [Term.Edtf] = "http://id.loc.gov/datatypes/edtf/",
        ["eli"] = "http://data.europa.eu/eli/ontology#",
        ["foaf"] = "http://xmlns.com/foaf/0.1/",
        ["opengov"] = "http://www.w3.org/ns/opengov#",
        ["org"] = "http://www.w3.org/ns/org#",
        ["prov"] = "http://www.w3.org/ns/prov#",
        ["rdf"] = "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        ["rdfs"] = "http://www.w3.org/2000/01/rdf-schema#",
        ["schema"] = "http://schema.org/",
        ["skos"] = "http://www.w3.org/2004/02/skos/core#",
        ["time"] = "http://www.w3.org/2006/time#",
        ["xsd"] = "http://www.w3.org/2001/XMLSchema#",
    };

    public IEnumerable<(string Subject, IEnumerable<(string Predicate, IReadOnlyList<Term> Objects)> Said)> Statements =>
        subjects.Select(s => (s.Key, s.Value.Select(p => (p.Key, (IReadOnlyList<Term>)p.Value))));

    /// <summary>The vocabularies that are declared: those of dates that are not known only where there are such.</summary>
    public IEnumerable<KeyValuePair<string, string>> Declared => Prefixes.Where(p => p.Key != Term.Edtf || subjects.Values.SelectMany(s => s.Values).SelectMany(o => o).OfType<Term.Text>().Any(t => t.Type == Term.EdtfType));

    /// <summary>Says that a subject is of a type.</summary>
    public void Is(string subject, string type) => Say(subject, "rdf:type", new Term.Thing(type));

    public void Link(string subject, string predicate, string thing) => Say(subject, predicate, new Term.Thing(thing));

    public void Say(string subject, string predicate, Term what)
    {
        if (!subjects.TryGetValue(subject, out var said)) subjects.Add(subject, said = new(StringComparer.Ordinal));
        if (!said.TryGetValue(predicate, out var objects)) said.Add(predicate, objects = []);
        if (!objects.Contains(what)) objects.Add(what);
    }

    /// <summary>A thing without a name of its own.</summary>
    public string Blank() => $"_:b{++blanks}";
}
