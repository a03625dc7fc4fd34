import type { PartOfSpeech } from '../../lexicon/types.ts';

export interface Pattern {
  /** Pieces of text of which one must be there for the pattern to be tried at all: most sentences hold none. */
  needs: readonly string[];
  rule: string;
  weight: number;
  /** Groups `term` and, where the teacher defines, `definition`. */
  pattern: RegExp;
  pos?: PartOfSpeech;
  /** Whether learners' sentences count too. */
  learner?: boolean;
}

const term = String.raw`(?<term>[\p{L}'’-]{1,40}(?: [\p{L}'’-]{1,40}){0,8}?)`;

const shortTerm = String.raw`(?<term>[\p{L}'’-]{1,40}(?: [\p{L}'’-]{1,40}){0,3}?)`;

const aside = String.raw`(?:,? (?:by the way|for example|for instance|again|basically|then|here|actually|yes|right|well|of course|you see|in english|in british english|in american english|with a hobby or a habit),?)?`;

const definition = String.raw`(?<definition>[^.?!]{4,160})`;

const where = String.raw`(?:^|[,;:] (?:and |or |so |but )?|^(?:in|at|with|for) [^,]{2,40}, (?:and |or |so |but )?|\b(?:and|but|so|because|or|in (?:british |american )?english) )`;

const p = (source: string) => new RegExp(source, 'iu');

/** Every phrasing in which teachers are known to teach a word. */
export const patterns: readonly Pattern[] = [
  {
    rule: 'to X means',
    needs: ['to '],
    weight: 1,
    pos: 'verb',
    pattern: p(String.raw`${where}to ${term}${aside} (?:means|mean|is) (?:that |to )?${definition}`),
  },
  {
    rule: 'X is when',
    needs: [' is '],
    weight: 1,
    pos: 'noun',
    pattern: p(
      String.raw`${where}(?:an? |the )?${shortTerm} is (?<definition>(?:when|where|someone|somebody|something|a person|people|a place|a thing) [^.?!]{4,150})`,
    ),
  },
  {
    rule: 'a X is a',
    needs: [' is '],
    weight: 0.95,
    pos: 'noun',
    pattern: p(
      String.raw`${where}an? ${shortTerm}${aside} is (?:also |basically |just |like )?(?<definition>(?:an?|the|what|how|money|food|time|all|half|part|any|anything|anyone|one of) [^.?!]{4,160})`,
    ),
  },
  {
    rule: 'X is the Y that',
    needs: [' is the ', ' are the ', ' is a ', ' are '],
    weight: 0.8,
    pos: 'noun',
    pattern: p(
      String.raw`^(?:so |and |but )?(?:the )?(?<term>[\p{L}-]{3,}(?: [\p{L}-]{3,})?) (?:is|are) (?<definition>(?:the |an? )?(?!same\b|only\b|best\b|most\b|first\b|last\b|next\b|one\b|other\b|big\b)(?:[\p{L}-]+ ){1,3}(?:where|that|which|who|of|between|when|you)\b [^.?!]{4,140})`,
    ),
  },
  {
    rule: 'to X, that is when',
    needs: ['that'],
    weight: 0.95,
    pattern: p(String.raw`^(?:so |and )?to ${term}, (?:that's|that is|it's) (?<definition>when [^.?!]{4,150})`),
  },
  {
    rule: 'an X is somebody, without a stop before it',
    needs: ['somebody', 'someone', 'something', 'when', 'the '],
    weight: 0.8,
    pos: 'noun',
    pattern: p(
      String.raw`^[^.,;:?!]{25,}\ban? (?<term>[\p{L}-]{3,}(?: [\p{L}-]{3,})?) is (?<definition>(?:somebody|someone|something|when|where|the [\p{L}]+ (?:about|of|that|when|where|you)) [^.,;:?!]{6,110})$`,
    ),
  },
  {
    rule: 'X, it means',
    needs: ['means'],
    weight: 1,
    pattern: p(
      String.raw`${where}(?:an? |the |to )?${term}(?: is (?:a bit |more |very |quite )?[\p{L}]+)?[,.;:]? (?:it|that|this|which) (?:just |basically |also )?means (?:that |to )?${definition}`,
    ),
  },
  {
    rule: 'X means',
    needs: ['mean'],
    weight: 1,
    pattern: p(
      String.raw`${where}(?:the word |the verb |the noun |your |an? |the )?${term}${aside} (?:just |basically |also |really )?means? (?:that |to )?${definition}`,
    ),
  },
  {
    rule: 'X is the opposite of',
    needs: ['opposite'],
    weight: 0.9,
    pattern: p(String.raw`${where}${shortTerm} is (?<definition>the opposite of [^.?!,]{2,40})`),
  },
  {
    rule: 'X is another word for',
    needs: [' is '],
    weight: 0.9,
    pattern: p(
      String.raw`${where}(?:an? |to )?${term} is (?<definition>(?:another (?:word|way|name)|the same as|similar to|like saying|short for|a (?:more )?(?:formal|informal|polite|nice|nicer) (?:word|way)) [^.?!]{3,80})`,
    ),
  },
  {
    rule: 'a X person',
    needs: ['person', 'man ', 'child', 'student', 'place', 'thing', 'car ', 'house', 'company', 'friend'],
    weight: 0.95,
    pos: 'adjective',
    pattern: p(
      String.raw`^(?:so |and )?an? (?<term>[\p{L}-]+) (?:person|man|woman|child|student|place|thing|car|house|company|friend) (?<definition>(?:is|does|has|wants|likes|can|never|always|doesn't|who|that|thinks|works|makes|tells|gives|knows|feels) [^.?!]{4,140})`,
    ),
  },
  {
    rule: 'we say that something is X when',
    needs: ['say '],
    weight: 0.95,
    pos: 'adjective',
    pattern: p(
      String.raw`\bwe say (?:that )?(?:an? |the )?[\p{L}]+ is (?<term>[\p{L}-]+) (?<definition>(?:when|if|because) [^.?!]{4,140})`,
    ),
  },
  {
    rule: 'if you are X, you',
    needs: ['if ', 'when '],
    weight: 0.9,
    pos: 'adjective',
    pattern: p(
      String.raw`^(?:so |and )?(?:if|when) (?:you|someone|somebody|something|a person)(?: are| is|'re|'s| feel| feels) (?<term>[\p{L}-]+(?: (?:on|in|at|of|with|about|for|to))?)(?: something| someone)?, (?:it means |that means )?(?<definition>(?:you|they|he|she|it)(?:'re| are| is| have| has| feel| don't| can| want| like| think| need)?[^.?!]{3,140})`,
    ),
  },
  {
    rule: 'when somebody Xs, it',
    needs: ['if ', 'when '],
    weight: 0.75,
    pos: 'verb',
    pattern: p(
      String.raw`^(?:so |and )?(?:if|when) (?:an? |the )?[\p{L}]+(?: or (?:an? )?[\p{L}]+)? (?<term>[\p{L}-]+s)(?: [\p{L}]+){0,2}, (?<definition>(?:it|they|he|she|that) [^.?!]{4,150})`,
    ),
  },
  {
    rule: 'X, that is',
    needs: [', '],
    weight: 0.8,
    pattern: p(
      String.raw`^(?:an? |the )?${shortTerm}, (?:that's|that is|it's) (?<definition>(?:an?|the|when|like|[\p{L}]+) [^.?!,]{2,140})`,
    ),
  },
  {
    rule: 'X is where',
    needs: [' is ', ' are '],
    weight: 0.9,
    pattern: p(
      String.raw`${where}(?:your |an? |the )?${shortTerm}(?:, by the way,)? (?:is|are) (?:just |basically )?(?<definition>(?:where|what|how|whatever|why|when|whoever|wherever) [^.?!]{4,150})`,
    ),
  },
  {
    rule: 'X is like',
    needs: ['like'],
    weight: 0.8,
    pattern: p(
      String.raw`^(?:an? |the |to )?${shortTerm}(?: is|'s) (?:just |a bit |kind of )?like,? (?<definition>(?:when|you|it|everything|an?|the|if)[^.?!]{6,140})`,
    ),
  },
  {
    rule: 'X, you do it',
    needs: [', '],
    weight: 0.65,
    pattern: p(
      String.raw`^(?:an? |the )?${shortTerm},(?: you know,| like,| just to be sure,)? (?<definition>(?:when|it|you|they|he|she) [^.?!,]{8,120})$`,
    ),
  },
  {
    rule: "the X, that's the person",
    needs: ["that's", 'which is'],
    weight: 0.8,
    pos: 'noun',
    pattern: p(
      String.raw`\b(?:the|an?|your|my) (?<term>[\p{L}-]{3,}), (?:that's|which is|so that's) (?<definition>(?:the|an?|your) (?:person|man|woman|people|place|thing|part|shop|room|money|time|paper|one|bit|day|kind|type)\b[^.?!]{3,120})`,
    ),
  },
  {
    rule: "the X's the",
    needs: ["'s "],
    weight: 0.8,
    pos: 'noun',
    pattern: p(
      String.raw`^(?:so |and )?(?:an? |the )(?<term>[\p{L}-]{3,})'s (?<definition>(?:an?|the|when|where|someone|something) [^.?!]{4,120})`,
    ),
  },
  {
    rule: 'X goes together',
    needs: ['together'],
    weight: 0.75,
    pattern: p(String.raw`^${term},? (?:that goes|those go|they go|it goes|goes|go) together`),
  },
  {
    rule: 'adverb is',
    needs: ['ly is'],
    weight: 0.85,
    pos: 'adverb',
    pattern: p(String.raw`^(?:and )?(?<term>[\p{L}]{3,}ly) is (?<definition>[^.?!]{4,100})`),
  },
  {
    rule: "…, that's a X",
    needs: ['that'],
    weight: 0.75,
    pattern: p(
      String.raw`^(?!(?:that|it) (?:means|is)\b|that's\b|it's\b)(?<definition>[^.?!]{18,160}), that(?:'s| is) (?:called |what we call |known as )?(?:your |an? |the )?(?<term>[\p{L}-]+(?: [\p{L}-]+){0,2})$`,
    ),
  },
  {
    rule: 'if …, it is X',
    needs: ['if ', 'when '],
    weight: 0.7,
    pos: 'adjective',
    pattern: p(
      String.raw`^(?:so |and )?(?:if|when) [^.?!]{12,120}, (?:(?:the |your |an? )?[\p{L}]+|it|you|they|he|she|we)(?:'s| is|'re| are) (?!(?:not|very|too|just|still|always|never|going|gonna|fine|ok|okay|good|sure)\b)(?<term>[\p{L}-]{4,})$`,
    ),
  },
  {
    rule: 'X things do',
    needs: ['things', 'people', 'children', 'places', 'animals', 'food', 'clothes', 'students', 'workers'],
    weight: 0.7,
    pos: 'adjective',
    pattern: p(
      String.raw`^(?:so |and )?(?<term>[\p{L}-]{4,}) (?:things|people|children|places|animals|food|clothes|students|workers) (?<definition>(?:are|have|do|don't|can|always|never|often|usually|want|like|make|get|need|break|[\p{L}]+) [^.?!]{3,100})$`,
    ),
  },
  {
    rule: 'you X something',
    needs: ['some'],
    weight: 0.65,
    pos: 'verb',
    pattern: p(String.raw`^(?:so |and |but )?you (?<term>[\p{L}]+(?: [\p{L}]+)?) (?:something|someone|somebody)\b`),
  },
  {
    rule: 'when things X, they',
    needs: ['if ', 'when '],
    weight: 0.65,
    pos: 'verb',
    pattern: p(
      String.raw`^(?:so |and )?(?:if|when) (?:the |your )?[\p{L}]+s (?<term>[\p{L}]+)(?: (?:the |an? )?[\p{L}]+)?, (?<definition>(?:they|it|that)(?:'re|'s)? [^.?!]{4,120})`,
    ),
  },
  {
    rule: 'can be a noun or a verb',
    needs: ['noun', 'verb', 'adjective'],
    weight: 0.7,
    pattern: p(
      String.raw`^(?:the word )?(?<term>[\p{L}-]{3,}) (?:can be|is) (?:both )?a (?:noun|verb|adjective) (?:or|and) (?:also )?an? (?:noun|verb|adjective)`,
    ),
  },
  {
    rule: 'is called',
    needs: ['call', 'word', 'name', 'term', 'expression', 'phrase'],
    weight: 0.9,
    pattern: p(
      String.raw`\b(?:(?:is|are|it's|they're|that's) called|we call (?:it|this|that|them|these)|you call (?:it|this|that)|the (?:english )?(?:word|words|name|term|expression|phrase) (?:for (?:it|this|that) )?(?:is|are)) (?:an? |the |to )?${term}(?=[.,!?;]|$)`,
    ),
  },
  {
    rule: 'the word X',
    needs: ['word', 'verb', 'noun', 'adjective', 'adverb', 'expression', 'phrase', 'idiom', 'collocation'],
    weight: 0.85,
    pattern: p(
      String.raw`\b(?:another|one more|the|a|this|new|next|first|second|third|last|useful|good) (?:new |good |useful |nice |great )?(?:word|verb|noun|adjective|adverb|expression|phrase|phrasal verb|idiom|collocation)(?: for you)?(?: (?:here|today|now))?(?: is|,|:)? (?!that|which|you|we|i |for|in|of|is|with|and|from|to\b)(?:an? |the )?${shortTerm}(?=[.,!?;]|$)`,
    ),
  },
  {
    rule: 'this is a X',
    needs: ['this', 'that', 'these', 'those'],
    weight: 0.5,
    pos: 'noun',
    pattern: p(
      String.raw`^(?:so |and |now )?(?:this|that|these|those) (?:is|are|'s) (?:your |an? |the )(?<term>[\p{L}-]{3,}(?: [\p{L}-]+)?)(?:, or [^.?!]{2,40})?$`,
    ),
  },
  {
    rule: 'the noun is X',
    needs: [' is '],
    weight: 0.8,
    pattern: p(
      String.raw`\b(?:the )?(?:noun|verb|adjective|adverb|opposite|person|negative|synonym)(?: (?:of|for) [\p{L}]+)? is (?:an? |the |to )?${shortTerm}(?=[.,!?;]|$)`,
    ),
  },
  {
    rule: 'do you know X',
    needs: ['do you'],
    weight: 0.85,
    pattern: p(
      String.raw`\bdo you (?:know|remember|understand)(?: what)?(?: the (?:word|words|verb|expression|phrase))? (?!(?:what|how|where|who|why|when|that|it|this|if|the|your|my|a|an|any|some|him|her|them|me)\b)${shortTerm}(?: (?:means?|is))?(?: in (?:british |american )?english)?\?`,
    ),
    learner: true,
  },
  {
    rule: 'what does X mean',
    needs: ['mean'],
    weight: 0.9,
    pattern: p(
      String.raw`\bwhat (?:does|do|did|is the meaning of) (?:the word |the verb )?(?!(?:it|that|this|you|they|he|she|we)\b)(?:an? |the |to )?${term}(?: means?)(?=[^\p{L}]|$)`,
    ),
    learner: true,
  },
  {
    rule: 'what means X',
    needs: ['mean'],
    weight: 0.9,
    pattern: p(String.raw`\bwhat means? (?:the word )?(?!(?:it|that|this)\b)${shortTerm}(?=[.,?!]|$)`),
    learner: true,
  },
  {
    rule: 'what is X',
    needs: ['what'],
    weight: 0.7,
    pattern: p(
      String.raw`^(?:and |so |but )?what(?:'s| is) (?!(?:that|this|it|the|your|my|his|her|our|their|going|up|wrong|new|happening|he|she|there|in|on|next|better|worse|missing|called)\b)(?:to |an? )?${shortTerm}(?: in english| for [\p{L} ]{2,20})?\??$`,
    ),
    learner: true,
  },
  {
    rule: 'what about X',
    needs: ['what about'],
    weight: 0.6,
    pattern: p(
      String.raw`^(?:and )?what about (?!(?:you|your|me|the|that|this|it|him|her|a|an|now|in|on|at)\b)${shortTerm}\?$`,
    ),
  },
  {
    rule: 'an X is?',
    needs: [' is'],
    weight: 0.85,
    pos: 'noun',
    pattern: p(String.raw`^(?:and |so )?(?:an? )${shortTerm} is\??$`),
  },
  {
    rule: 'can you say X',
    needs: ['say', 'spell', 'pronounce', 'repeat'],
    weight: 0.75,
    pattern: p(
      String.raw`\b(?:can you (?:say|spell|pronounce)|repeat(?: after me)?|how do you spell|(?<!(?:don't|never|not|can't|we|you|people|they|i) )say)[,:]? (?!(?:it|that|this|again|the|hello|hi|something|more|me|my|your|a|bye|sorry|thank|yes|no)\b)${shortTerm}(?: for me| again| please|, please)?[.?!]?$`,
    ),
  },
  {
    rule: 'in a list of words',
    needs: [],
    weight: 0.75,
    pattern: p(
      String.raw`^(?:(?:the )?(?:first|second|third|fourth|fifth|next|last|another)(?: (?:one|word|verb|expression|phrase))?(?: is|,|:)|(?:number )?(?:one|two|three|four|five|six|seven|eight|nine|ten)[,.:]|next[,.:]? is) (?:um,? )?(?!(?:i|you|we|he|she|it|they|there|what|the|my|your|let|let's|how|do|does|can|is|are|next|now|please|look|this|that)\b)(?:an? |to )?${shortTerm}(?=[.!?]|$)`,
    ),
  },
  {
    rule: 'X is a good word',
    needs: ['word', 'verb', 'adjective', 'noun', 'adverb', 'expression', 'phrase', 'idiom', 'collocation'],
    weight: 0.8,
    pattern: p(
      String.raw`(?:^|[.,;] )(?:an? |the |to )?${shortTerm} is (?:an? |another )(?:very |really )?(?:good|great|nice|lovely|excellent|useful|important|common|interesting|beautiful|perfect|strong|difficult|tricky|new)?\s?(?:word|verb|adjective|noun|adverb|expression|phrase|idiom|collocation|phrasal verb)\b`,
    ),
  },
  {
    rule: 'X, like this',
    needs: [' has '],
    weight: 0.6,
    pattern: p(
      String.raw`^(?<term>[\p{L}-]{4,}) has (?:two|one|a|an|double|three|no|\d) [^.?!]{1,40}\b(?:stress|letter|syllable|s's|sound|[a-z]'s|[a-z]s)\b`,
    ),
  },
  {
    rule: 'start with X',
    needs: [' with '],
    weight: 0.7,
    pattern: p(
      String.raw`\b(?:you|we|people) (?:can |could |should |usually |often |always )?(?:start|begin|finish|end|open|close) (?:it |the [\p{L}-]+ )?with (?<term>[\p{L}'’-]{1,40}(?: [\p{L}'’-]{1,40}){1,4})$`,
    ),
  },
  {
    rule: 'in English we say X',
    needs: ['english', 'here'],
    weight: 0.7,
    pattern: p(
      String.raw`\b(?:in english|here) (?:it's|it is|we say|you say|we call it|that's) (?:an? |the |to )?${shortTerm}(?=[.,!?;]|$)`,
    ),
  },
  {
    rule: 'you want X',
    needs: ['want', 'need', 'looking'],
    weight: 0.6,
    pattern: p(
      String.raw`\b(?:the word you want is|you want|you need the word|you're looking for|the word you need is) (?!(?:to|a|an|the|me|it|some|that|this|water|more)\b)(?<term>[\p{L}-]{4,})$`,
    ),
  },
];
