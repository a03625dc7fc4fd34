/** base past participle, for verbs whose forms cannot be guessed. */
const table =
  'be was been|become became become|begin began begun|bend bent bent|bet bet bet|bite bit bitten|bleed bled bled|blow blew blown|break broke broken|bring brought brought|build built built|burn burned burned|buy bought bought|catch caught caught|choose chose chosen|come came come|cost cost cost|cut cut cut|deal dealt dealt|dig dug dug|do did done|draw drew drawn|dream dreamed dreamed|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed fed|feel felt felt|fight fought fought|find found found|fly flew flown|forbid forbade forbidden|forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|get got got|give gave given|go went gone|grow grew grown|hang hung hung|have had had|hear heard heard|hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|keep kept kept|know knew known|lay laid laid|lead led led|learn learned learned|leave left left|lend lent lent|let let let|lie lay lain|light lit lit|lose lost lost|make made made|mean meant meant|meet met met|overcome overcame overcome|pay paid paid|put put put|quit quit quit|read read read|ride rode ridden|ring rang rung|rise rose risen|run ran run|say said said|see saw seen|seek sought sought|sell sold sold|send sent sent|set set set|shake shook shaken|shine shone shone|shoot shot shot|show showed shown|shut shut shut|sing sang sung|sink sank sunk|sit sat sat|sleep slept slept|speak spoke spoken|spell spelled spelled|spend spent spent|split split split|spread spread spread|stand stood stood|steal stole stolen|stick stuck stuck|swear swore sworn|sweep swept swept|swell swelled swollen|swim swam swum|take took taken|teach taught taught|tear tore torn|tell told told|think thought thought|throw threw thrown|understand understood understood|wake woke woken|wear wore worn|win won won|wind wound wound|withdraw withdrew withdrawn|write wrote written';
const irregular = table.split('|').map((row) => row.split(' '));
const pasts = new Map<string, string>();
const participles = new Map<string, string>();
const bases = new Map<string, readonly string[]>();
for (const row of irregular) {
  const [base = '', past = '', participle = ''] = row;
  bases.set(base, row);
  pasts.set(past, base);
  participles.set(participle, base);
}
for (const [form, base] of Object.entries({
  were: 'be',
  is: 'be',
  am: 'be',
  are: 'be',
  has: 'have',
  does: 'do',
  goes: 'go',
  burnt: 'burn',
  learnt: 'learn',
  dreamt: 'dream',
  gotten: 'get',
})) {
  if (!pasts.has(form)) pasts.set(form, base);
}

/** How a verb form is built; a form may be several at once ("put", "played"). */
export interface VerbForm {
  base: string;
  past: boolean;
  participle: boolean;
}

/** The irregular verb behind a form other than its base, if there is one. */
export function irregularForm(word: string): VerbForm | undefined {
  const past = pasts.get(word);
  const participle = participles.get(word);
  const base = past ?? participle;
  return base === undefined ? undefined : { base, past: past !== undefined, participle: participle !== undefined };
}

/** True for a past form that cannot follow "have" and cannot be a base: went, ate, saw. */
export function isOnlyPast(word: string): boolean {
  const form = irregularForm(word);
  return (
    form?.past === true &&
    !form.participle &&
    !bases.has(word) &&
    !['is', 'am', 'are', 'has', 'does', 'goes'].includes(word)
  );
}

/** True for a participle that cannot stand as a past on its own: gone, eaten, seen. */
export function isOnlyParticiple(word: string): boolean {
  const form = irregularForm(word);
  return form?.participle === true && !form.past && !bases.has(word);
}

/** The past and the participle of a verb. */
export function principalParts(base: string): { past: string; participle: string } {
  const row = bases.get(base);
  if (row !== undefined) return { past: row[1] ?? base, participle: row[2] ?? base };
  const regular = base.endsWith('e') ? `${base}d` : /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ied` : `${base}ed`;
  return { past: regular, participle: regular };
}
