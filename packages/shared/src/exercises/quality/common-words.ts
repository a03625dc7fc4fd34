/** Words that every learner knows from the first lessons: never worth a card or a spelling question of their own. */
export const commonWords: ReadonlySet<string> = new Set(
  (
    'a an the and or but so to of in on at for with from by is are was were be been am do does did have has had i you he she it we they me him her us them my your his its our their this that these those ' +
    'not no yes ok okay um uh like know well just very really good nice what when where who how why can could will would should there here then than as if about up out more some any all one two right yeah hello hi bye thing things ' +
    'too also now today because please sorry thanks thank'
  ).split(' '),
);

/** First names that are English words as well: at the head of a sentence they are taken for the word. */
export const namesThatAreWords: ReadonlySet<string> = new Set(
  'will mark may june april august rose grace hope joy art bill rob sue pat drew dawn faith summer jack frank grant chase penny ivy olive ruby amber max miles victor dean gene iris jean lily pearl robin sandy skip van young king day long hill wood park stone field brown green white black rice moon sun song an my do so'.split(
    ' ',
  ),
);
