import { basename } from 'node:path';
import { loadSettings, readEnvironment } from '@tulkka/shared/config';
import { AppError } from '@tulkka/shared/errors';
import {
  type FormatName,
  fileStem,
  formatNames,
  formatOf,
  type ImportReport,
  importDictionary,
  listDictionaries,
  removeDictionary,
} from '../dictionaries/index.ts';
import { languageTag } from '../lexicon/index.ts';
import { exitCodes, readArguments, UsageError } from './arguments.ts';

const usage = `Brings in a dictionary of your own. It is asked after Tulkka's and before WordNet.

  npm run dictionary:import -- FILE --licence TEXT [--name NAME] [--format FORMAT] …
  npm run dictionary:import -- --list
  npm run dictionary:import -- --remove NAME

  FILE               UTF-8; packed (.gz, .dz) or not; relative to the project's folder
  --format FORMAT    without it, what the file's name tells:
                     csv, tsv  the first line names the columns: term, and of part, meaning, example and languages (he,
                               pt-BR) what there is
                     dictd     FILE.index beside FILE.dict or FILE.dict.dz, from English into --language
                     kaikki    JSONL of kaikki.org, of which the English words are taken
                     omw       a tab file of the Open Multilingual Wordnet
  --licence TEXT     on which terms you have it, such as "CC-BY-SA-4.0"; shown with what is taken from it
  --name NAME        what it is called (default: the file's name); another import of this name replaces it
  --origin TEXT      where it is from, such as an address
  --language TAG     what a dictd file, or a column "translation", translates into
  --languages TAGS   keeps these languages only: he,ar
  --wordnet FOLDER   WordNet 3.0's files, for omw (default: /usr/share/wordnet, Debian's wordnet-base)
  --list             the dictionaries there are
  --remove NAME      removes one
  --help             print this

Web and worker see a change after a restart. Exit codes: 0 done, 1 the file cannot be used, 2 the command line cannot be
understood.`;

const isFormat = (name: string): name is FormatName => formatNames.some((format) => format === name);

function formatFrom(given: string | undefined, file: string): FormatName {
  if (given !== undefined && !isFormat(given))
    throw new UsageError(`--format must be one of ${formatNames.join(', ')}, not "${given}".`);
  const format = given ?? formatOf(file);
  if (format === undefined) throw new UsageError(`The name "${file}" tells no format: add --format.`);
  return format;
}

function tagFrom(name: string): string {
  const tag = languageTag(name.trim());
  if (tag === undefined) throw new UsageError(`"${name}" is no language: write it as he or pt-BR.`);
  return tag;
}

function list(folder: string): void {
  const dictionaries = listDictionaries(folder);
  for (const { name, licence, origin, entries, format, languages } of dictionaries) {
    const more = languages.length > 8 ? ` and ${languages.length - 8} more` : '';
    console.log(`${name} (${licence})${origin === null ? '' : `, from ${origin}`}`);
    console.log(`  ${entries} entries, ${format}; languages: ${languages.slice(0, 8).join(', ') || 'none'}${more}`);
  }
  console.log(`${dictionaries.length} dictionaries in ${folder}.`);
}

function tell({ stored, taken, languages, skipped, wrong, notes }: ImportReport, folder: string): void {
  for (const note of notes) console.log(note);
  for (const [reason, count] of skipped) console.log(`  left out: ${count} ${reason}`);
  if (wrong.count > 0) console.log(`  left out: ${wrong.count} with something wrong`);
  for (const problem of wrong.first) console.log(`    ${problem}`);
  if (wrong.count > wrong.first.length) console.log(`    … and ${wrong.count - wrong.first.length} more`);
  console.log(`${taken} entries are stored as ${stored} in ${folder}; languages: ${languages.join(', ') || 'none'}.`);
  console.log('Restart web and worker to use them.');
}

async function main(args: readonly string[]): Promise<void> {
  const text = { type: 'string' } as const;
  const { values, positionals } = readArguments(args, {
    format: text,
    licence: text,
    name: text,
    origin: text,
    language: text,
    languages: text,
    wordnet: { ...text, default: '/usr/share/wordnet' },
    remove: text,
    list: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  });
  if (values.help) return console.log(usage);
  const { dictionaryDir } = loadSettings(readEnvironment()).config;
  if (values.list) return list(dictionaryDir);
  if (values.remove !== undefined) {
    await removeDictionary(dictionaryDir, values.remove);
    return console.log(`${fileStem(values.remove)} is removed. Restart web and worker to forget it.`);
  }
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new UsageError('Exactly one dictionary file is needed.');
  const licence = values.licence?.trim();
  if (!licence) throw new UsageError('--licence is needed: on which terms may you use this dictionary?');
  const request = {
    path,
    format: formatFrom(values.format, path),
    name: values.name?.trim() || basename(path).replace(/(?:\.[a-z]+)+$/i, ''),
    licence,
    origin: values.origin?.trim() || null,
    language: values.language === undefined ? null : tagFrom(values.language),
    languages: values.languages === undefined ? null : values.languages.split(',').map(tagFrom),
    wordnet: values.wordnet,
  };
  tell(await importDictionary(request, dictionaryDir), dictionaryDir);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(
    error instanceof UsageError ? `${error.message}\n\n${usage}` : error instanceof AppError ? error.message : error,
  );
  process.exitCode = error instanceof UsageError ? exitCodes.usage : exitCodes.unusable;
}
