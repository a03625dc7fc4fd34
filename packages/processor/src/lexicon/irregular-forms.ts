import type { PartOfSpeech } from './types.ts';

/** base, past, participle; a slash separates equal forms. */
const verbs =
  'be was/were been,arise arose arisen,awake awoke awoken,bear bore born/borne,beat beat beaten,become became become,begin began begun,bend bent bent,bet bet bet,bind bound bound,bite bit bitten,bleed bled bled,blow blew blown,break broke broken,breed bred bred,bring brought brought,broadcast broadcast broadcast,build built built,burn burned/burnt burned/burnt,burst burst burst,buy bought bought,cast cast cast,catch caught caught,choose chose chosen,cling clung clung,come came come,cost cost cost,creep crept crept,cut cut cut,deal dealt dealt,dig dug dug,do did done,draw drew drawn,dream dreamed/dreamt dreamed/dreamt,drink drank drunk,drive drove driven,eat ate eaten,fall fell fallen,feed fed fed,feel felt felt,fight fought fought,find found found,fit fitted/fit fitted/fit,flee fled fled,fly flew flown,forbid forbade forbidden,forecast forecast forecast,foresee foresaw foreseen,forget forgot forgotten,forgive forgave forgiven,freeze froze frozen,get got got/gotten,give gave given,go went gone,grind ground ground,grow grew grown,hang hung hung,have had had,hear heard heard,hide hid hidden,hit hit hit,hold held held,hurt hurt hurt,keep kept kept,kneel knelt knelt,know knew known,lay laid laid,lead led led,lean leaned/leant leaned/leant,leap leaped/leapt leaped/leapt,learn learned/learnt learned/learnt,leave left left,lend lent lent,let let let,lie lay lain,light lit lit,lose lost lost,make made made,mean meant meant,meet met met,mislead misled misled,mistake mistook mistaken,misunderstand misunderstood misunderstood,overcome overcame overcome,oversleep overslept overslept,overtake overtook overtaken,pay paid paid,put put put,quit quit quit,read read read,ride rode ridden,ring rang rung,rise rose risen,run ran run,say said said,see saw seen,seek sought sought,sell sold sold,send sent sent,set set set,sew sewed sewn,shake shook shaken,shine shone shone,shoot shot shot,show showed shown,shrink shrank shrunk,shut shut shut,sing sang sung,sink sank sunk,sit sat sat,sleep slept slept,slide slid slid,smell smelled/smelt smelled/smelt,speak spoke spoken,spell spelled/spelt spelled/spelt,spend spent spent,spill spilled/spilt spilled/spilt,spin spun spun,spit spat spat,split split split,spoil spoiled/spoilt spoiled/spoilt,spread spread spread,spring sprang sprung,stand stood stood,steal stole stolen,stick stuck stuck,sting stung stung,stink stank stunk,strike struck struck,swear swore sworn,sweep swept swept,swell swelled swollen,swim swam swum,swing swung swung,take took taken,teach taught taught,tear tore torn,tell told told,think thought thought,throw threw thrown,undergo underwent undergone,understand understood understood,undo undid undone,upset upset upset,wake woke woken,wear wore worn,weave wove woven,weep wept wept,win won won,wind wound wound,withdraw withdrew withdrawn,write wrote written';
const oddVerbs: Record<string, string> = {
  am: 'be',
  is: 'be',
  are: 'be',
  being: 'be',
  has: 'have',
  does: 'do',
  goes: 'go',
  lying: 'lie',
  dying: 'die',
  tying: 'tie',
};
const nouns =
  'man men,woman women,child children,person people,foot feet,tooth teeth,goose geese,mouse mice,ox oxen,life lives,wife wives,knife knives,leaf leaves,shelf shelves,half halves,wolf wolves,loaf loaves,thief thieves,calf calves,elf elves,self selves,scarf scarves,hoof hooves,crisis crises,analysis analyses,thesis theses,basis bases,diagnosis diagnoses,hypothesis hypotheses,phenomenon phenomena,criterion criteria,bacterium bacteria,medium media,datum data,curriculum curricula,stimulus stimuli,cactus cacti,fungus fungi,policeman policemen,fireman firemen,postman postmen,salesman salesmen,businessman businessmen,grandchild grandchildren,die dice';
const degrees =
  'good better best,bad worse worst,far further/farther furthest/farthest,little less least,much more most,many more most';
const adverbs = 'well better best,badly worse worst';

const rows = (text: string): string[][][] =>
  text.split(',').map((row) => row.split(' ').map((forms) => forms.split('/')));
const back = (text: string): [string, string][] =>
  rows(text).flatMap(([base, ...forms]) => forms.flat().map((form): [string, string] => [form, base?.[0] ?? form]));

/** From an irregular form to its dictionary form, for each part of speech. */
export const irregularBases: Readonly<Record<PartOfSpeech, ReadonlyMap<string, string>>> = {
  noun: new Map(back(nouns)),
  verb: new Map([...back(verbs), ...Object.entries(oddVerbs)]),
  // "more" and "most" belong to "much" and "many" alike; neither helps a learner as a dictionary form
  adjective: new Map(back(degrees).filter(([form]) => form !== 'more' && form !== 'most')),
  adverb: new Map(back(adverbs)),
};

/** An irregular verb's first past and participle by its base. */
export const irregularVerbForms: ReadonlyMap<string, { past: string; participle: string }> = new Map(
  rows(verbs).map(([base, past, participle]) => [
    base?.[0] ?? '',
    { past: past?.[0] ?? '', participle: participle?.[0] ?? '' },
  ]),
);

/** Irregular plurals by their singular. */
export const irregularPlurals: ReadonlyMap<string, string> = new Map(
  rows(nouns).map(([one, many]) => [one?.[0] ?? '', many?.[0] ?? '']),
);
