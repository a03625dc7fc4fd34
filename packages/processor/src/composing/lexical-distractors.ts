import { commonWords, foldAlike, foldedWords } from '@tulkka/shared/exercises';
import { wordsOf } from '../language/tokens.ts';
import { isContent } from '../language/words.ts';
import { dictionaryLanguages, type Lexicon, type PartOfSpeech } from '../lexicon/index.ts';
import { languagesAlike } from './same-meaning.ts';
import { type Form, inForm, takesAn } from './word-forms.ts';

/** Words that learners mix up by sound or spelling; each row is one family. */
const confusable =
  'dessert desert,quite quiet,lose loose,advice advise,affect effect,principal principle,stationary stationery,accept except,raise rise,lie lay,borrow lend,remember remind,sensible sensitive,economic economical,historic historical,experience experiment,cook cooker,customer costumer,career carrier,weather whether,breath breath,breathe breath,price prize,adapt adopt,ensure insure,complement compliment,personal personnel,diary dairy,soup soap,kitchen chicken,collage college,invent discover,travel trip,journey travel,job work,rob steal,wander wonder,bored boring,tired tiring,interested interesting,excited exciting,embarrassed embarrassing,confused confusing,frightened frightening,surprised surprising,embarrassed ashamed,fun funny,alone lonely,hard hardly,late lately,near nearly,actual current,actually currently,eventually possibly,sympathetic friendly,check control,receipt recipe,library bookshop,parents relatives,notice note,signal sign,expect hope,hope wait,miss lose,bring take,win earn,win beat,say tell,speak talk,listen hear,look watch,learn teach,shade shadow,house home,street road,chef chief,casual causal,device devise,angel angle,trial trail,board bored,plane plan,bowl ball,thorough through,though through,sweat sweet,suit suite,quay key,precede proceed,moral morale,human humane,industrial industrious,considerate considerable,respectable respectful,imaginary imaginative,terrible terrific,efficient effective,reliable responsible,deadline headline,applicant application,trainee trainer,employee employer,interviewee interviewer,graduate gradual';

const families: readonly string[][] = confusable.split(',').map((row) => row.split(' '));

/** What a lexical distractor has to differ from. */
export interface LexicalSlot {
  /** The answer as it stands in the sentence. */
  answer: string;
  lemma: string;
  pos: PartOfSpeech;
  form: Form;
  /** The words before and after the blank. */
  before: string[];
  after: string[];
  definition: string | null;
}

/** Words with the same meaning or a wider or narrower one could be right as well. */
function meansTheSame(candidate: string, slot: LexicalSlot, lexicon: Lexicon): boolean {
  const same = new Set(lexicon.synonyms(slot.lemma).map((word) => word.toLowerCase()));
  if (same.has(candidate) || lexicon.synonyms(candidate).some((word) => word.toLowerCase() === slot.lemma)) return true;
  const defined = new Set(
    foldedWords(`${slot.definition ?? ''} ${lexicon.gloss(slot.lemma, slot.pos) ?? ''}`).map((word) =>
      lexicon.lemma(word),
    ),
  );
  if (wordsOf(candidate).some((word) => isContent(word) && defined.has(lexicon.lemma(word)))) return true;
  const own = wordsOf(lexicon.gloss(candidate, slot.pos) ?? '');
  return own.includes(slot.lemma);
}

/** A word of the same family ("employ", "employee") or spelled almost alike gives no fair choice, unless learners mix the two up. */
function sameFamily(candidate: string, lemma: string): boolean {
  const head = Math.min(candidate.length, lemma.length, 5);
  return head >= 4 && candidate.slice(0, head) === lemma.slice(0, head);
}

/** "A pretend" is no thing, though somebody called it a noun. */
const isOfPart = (word: string, pos: PartOfSpeech, lexicon: Lexicon): boolean =>
  lexicon.partsOfSpeech(word)[0] === pos || lexicon.entries(word, pos).length > 0;

/** Nobody says "drizzles": what is told as one of a kind can be several. */
const isCounted = (term: { lemma: string; definition: string | null }, lexicon: Lexicon): boolean =>
  [term.definition ?? '', ...lexicon.entries(term.lemma, 'noun').map(({ meaning }) => meaning)].some((meaning) =>
    /^(?:an?|one|somebody|someone)\b/i.test(meaning),
  );

function fits(candidate: string, slot: LexicalSlot): boolean {
  const before = slot.before.at(-1)?.toLowerCase();
  if (before === 'a' && takesAn(candidate)) return false;
  if (before === 'an' && !takesAn(candidate)) return false;
  const ratio = candidate.length / slot.answer.length;
  return ratio > 0.4 && ratio < 2.3;
}

/**
 * Orders candidates and keeps those that a learner would consider and that are surely wrong: same part of speech, same
 * form, another meaning. `errors` are the learner's own words for it, `taught` the other terms of the lesson.
 */
export function lexicalDistractors(
  slot: LexicalSlot,
  taught: readonly { lemma: string; pos: PartOfSpeech; definition: string | null }[],
  lexicon: Lexicon,
): string[] {
  const several = slot.lemma.includes(' ');
  const mixedUp = families.filter((row) => row.includes(slot.lemma)).flat();
  const lesson = taught
    .filter((term) => term.pos === slot.pos && term.lemma.includes(' ') === several)
    .filter((term) => several || isOfPart(term.lemma, slot.pos, lexicon))
    .filter((term) => slot.form !== 'plural' || isCounted(term, lexicon))
    .map((term) => term.lemma);
  const near = several
    ? []
    : lexicon
        .neighbours(slot.lemma, slot.pos)
        .filter(
          (word) =>
            /^[a-z]+$/.test(word) && lexicon.frequencyBand(word) <= 6 && lexicon.partsOfSpeech(word)[0] === slot.pos,
        );
  // the usual neighbours first: a learner must know a distractor to be tempted by it
  near.sort((a, b) => lexicon.frequencyBand(a) - lexicon.frequencyBand(b));
  // what our dictionary knows learners to take it for
  const confused = lexicon
    .entries(slot.lemma, slot.pos)
    .flatMap(({ confused_with }) => confused_with)
    .filter((word) => word.includes(' ') === several);
  const inSentence = new Set([...slot.before, ...slot.after].map((word) => lexicon.lemma(word.toLowerCase())));
  const kept = new Map<string, string>();
  for (const candidate of [...mixedUp, ...confused, ...lesson, ...near]) {
    const lower = candidate.toLowerCase();
    if (lower === slot.lemma || commonWords.has(lower) || inSentence.has(lower)) continue;
    if (!mixedUp.includes(candidate) && sameFamily(lower, slot.lemma)) continue;
    if (mixedUp.includes(candidate) && !several && !lexicon.partsOfSpeech(lower).includes(slot.pos)) continue;
    // "a teeth" would give itself away, and so would one thing among several
    if (slot.pos === 'noun' && slot.form === 'base' && lexicon.lemma(lower, 'noun') !== lower) continue;
    if (!lower.split(' ').every((word) => lexicon.isWord(word))) continue;
    // "all-be-it": said slowly to show how a word sounds
    if (lower.split('-').length > 2 && lexicon.entries(lower).length === 0) continue;
    // "take medicine" is no thing, whatever it was labelled
    if (several && slot.pos === 'noun' && lexicon.partsOfSpeech(lower.split(' ')[0] ?? '')[0] === 'verb') continue;
    if (meansTheSame(lower, slot, lexicon)) continue;
    const mostAlike = mixedUp.includes(candidate) ? dictionaryLanguages.length : confused.includes(candidate) ? 1 : 0;
    if (languagesAlike(slot.lemma, lower, slot.pos, lexicon) > mostAlike) continue;
    const bent = inForm(lower, slot.pos, slot.form);
    if (bent === null || !fits(bent, slot) || foldAlike(bent) === foldAlike(slot.answer)) continue;
    if (!kept.has(foldAlike(bent))) kept.set(foldAlike(bent), bent);
  }
  return [...kept.values()];
}
