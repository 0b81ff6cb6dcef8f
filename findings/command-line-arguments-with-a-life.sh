#!/usr/bin/env bash
# System.CommandLine 3.0.0: a program takes one text (who said it, what to note) and an option --name, and is given texts that look like something else.
# Guess: they are the text: @kari, [draft], /h; and --name= is an empty name.
# Seen: @kari is a file to read arguments from, a first [draft] is a directive that nobody knows, /h asks for help, --name= lacks its argument.
#       "[draft] minutes" is a text. Without response files: ParserConfiguration.ResponseFileTokenReplacer = null.
. "$(dirname "$0")/lib.sh"
program System.CommandLine=3.0.0 <<'PROGRAM'
using System.CommandLine;

foreach (var argument in new[] { "@kari", "[draft]", "[draft] minutes", "/h", "--name=" })
{
    var (text, name) = (new Argument<string?>("text") { Arity = ArgumentArity.ZeroOrOne }, new Option<string?>("--name"));
    var result = new RootCommand { text, name }.Parse([argument]);
    Console.WriteLine($"{argument}: {(result.Errors.Count > 0 ? result.Errors[0].Message : result.Action is { } action ? action.GetType().Name : $"text \"{result.GetValue(text)}\"")}");
}
PROGRAM
seen <<'SEEN'
@kari: Response file not found 'kari'.
[draft]: Unrecognized command or argument '[draft]'.
[draft] minutes: text "[draft] minutes"
/h: HelpAction
--name=: Required argument missing for option: '--name'.
SEEN
