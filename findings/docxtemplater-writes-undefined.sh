#!/usr/bin/env bash
# docxtemplater 3.71.0 (with docx 9.15.2 and pizzip 3.3.0): minutes with {chair.name}, a value that is null, one that is false, and a section over a text.
# Guess: the chair's name; nothing for null and false, or an error for what is missing; the section once, with the text as {.}.
# Seen: {chair.name} is "undefined" without the expressions parser, null is "undefined" too, false is "false", and the section's {.} is "[object Object]".
#       All of it goes into the document without an error: give a parser and a nullGetter that throws.
. "$(dirname "$0")/lib.sh"
script docxtemplater@3.71.0 docx@9.15.2 pizzip@3.3.0 <<'SCRIPT'
import Docxtemplater from 'docxtemplater';
import { Document, Packer, Paragraph } from 'docx';
import PizZip from 'pizzip';

for (const [template, data] of [['Chair: {chair.name}', { chair: { name: 'Kari' } }], ['Deputy: {deputy}', { deputy: null }], ['Public: {public}', { public: false }], ['Note: {#note}{.}{/note}', { note: 'adjourned' }]]) {
  const file = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph(template)] }] }));
  const document = new Docxtemplater(new PizZip(file));
  document.render(data);
  console.log(document.getFullText());
}
SCRIPT
seen <<'SEEN'
Chair: undefined
Deputy: undefined
Public: false
Note: [object Object]
SEEN
