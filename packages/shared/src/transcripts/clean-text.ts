import { decodeHTMLStrict } from 'entities';

/** Signs that mean a direction or nothing at all, and would be letters of a word to a computer. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** Decodes HTML entities once: `&amp;lt;` becomes `&lt;`, never `<`. What is no entity stays. */
function decodeEntities(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z][a-z0-9]{1,30});/gi, (whole, body: string) => {
    if (!body.startsWith('#')) return decodeHTMLStrict(whole);
    const code =
      body[1]?.toLowerCase() === 'x' ? Number.parseInt(body.slice(2), 16) : Number.parseInt(body.slice(1), 10);
    return code > 0x1f && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : ' ';
  });
}

const markup = /<\/?(?:c|i|b|u|v|s|em|strong|font|span|p|ruby|rt|lang)(?:[.\s][^<>]*)?>|<\d{1,2}:\d{2}[\d:.]*>/gi;

/** What transcribers write of sounds that are no words. */
const sounds =
  'applause|breath(?:es|ing)?|chuckl(?:es|ing)|clapping|clears throat|coughs?|coughing|cross ?talk|exhales|foreign(?: language)?|giggl(?:es|ing)|inhales|laughs?|laughing|laughter|music(?: playing)?|no audio|noise|pause|sighs?|sighing|silence|sneezes|sniffs|typing|video playing|whispers|yawns';
const noise = new RegExp(String.raw`[[(](?:${sounds})[\])]|\*(?:${sounds})\*|♪+`, 'giu');
/** A place where a word was said and not understood: what is left is no whole sentence. */
const unheard = /[[(](?:inaudible|unintelligible|indistinct|unclear|blank_audio)(?:[\s\d:.]*)[\])]/giu;

/** Text as spoken: markup and noise out, entities decoded, control and invisible characters out, white space folded. */
export function cleanText(text: string): string {
  return decodeEntities(text.replace(/<br\s*\/?>/gi, ' ').replace(markup, ''))
    .replace(/(?![\t\n\r\f])\p{Cc}/gu, '')
    .replace(invisible, '')
    .replace(noise, ' ')
    .replace(unheard, '…')
    .replace(/\s+/gu, ' ')
    .trim();
}
