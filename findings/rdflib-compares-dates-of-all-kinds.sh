#!/usr/bin/env bash
# rdflib 6.1.1 (Debian): terms of office in RDF begin on a day, in a month, in a year, at an instant; a filter asks for those > "2027-01-01"^^xsd:date.
# Guess: the days only: SPARQL 1.1 compares no year with a day (a type error, so no solution). A day's zone (+02:00) is kept when written out again.
# Seen: all are found, years and months too; with > an xsd:dateTime years and months are found and days are not; and the zone is lost.
. "$(dirname "$0")/lib.sh"
debian python3-rdflib=6.1.1-1 python3-isodate=0.6.1-1 python3-pyparsing=3.0.9-1 python3-six=1.16.0-4
python=$(compgen -G '/usr/bin/python3.[0-9]*' | grep -v config | head -1)
PYTHONPATH="$folder/root/usr/lib/python3/dist-packages" "$python" -s - > "$folder/seen" <<'SCRIPT'
from rdflib import Graph

graph = Graph().parse(format='turtle', data='''
@prefix : <urn:term:> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
:year :from "2027"^^xsd:gYear . :month :from "2027-06"^^xsd:gYearMonth . :day :from "2027-06-01"^^xsd:date .
:zoned :from "2027-06-01+02:00"^^xsd:date . :instant :from "2027-06-01T12:00:00Z"^^xsd:dateTime .''')
for bound in ['"2027-01-01"^^xsd:date', '"2027-01-01T00:00:00Z"^^xsd:dateTime']:
    found = graph.query('prefix : <urn:term:> prefix xsd: <http://www.w3.org/2001/XMLSchema#> select ?term { ?term :from ?from filter(?from > %s) }' % bound)
    print(bound, ' '.join(sorted(str(row[0]).rsplit(':')[-1] for row in found)))
print(next(line for line in graph.serialize(format='nt').splitlines() if 'zoned' in line))
SCRIPT
seen <<'SEEN'
"2027-01-01"^^xsd:date day instant month year zoned
"2027-01-01T00:00:00Z"^^xsd:dateTime instant month year
<urn:term:zoned> <urn:term:from> "2027-06-01"^^<http://www.w3.org/2001/XMLSchema#date> .
SEEN
