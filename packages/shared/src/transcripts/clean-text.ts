const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', lrm: '', rlm: '' };

/** Decodes HTML entities once: `&amp;lt;` becomes `&lt;`, never `<`. */
function decodeEntities(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,5});/gi, (whole, body: string) => {
    if (!body.startsWith('#')) return named[body.toLowerCase()] ?? whole;
    const code =
      body[1]?.toLowerCase() === 'x' ? Number.parseInt(body.slice(2), 16) : Number.parseInt(body.slice(1), 10);
    return code > 0x1f && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : ' ';
  });
}

/** Text as spoken: markup out, entities decoded, control characters out, white space folded. */
export function cleanText(text: string): string {
  const bare = text.replace(/<\/?(?:c|i|b|u|v|ruby|rt|lang)(?:[.\s][^<>]*)?>|<\d{1,2}:\d{2}[\d:.]*>/gi, '');
  return decodeEntities(bare)
    .replace(/(?![\t\n\r\f])\p{Cc}|\ufeff/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
