import { readFileSync } from 'node:fs';

/** A prompt and the version that is stored with everything made from it. */
export interface Prompt {
  version: string;
  text: string;
}

/** Reads a prompt of packages/processor/prompts; the folder stands where it does for sources and build alike. */
export function loadPrompt(name: 'lesson-analysis' | 'translation'): Prompt {
  const file = readFileSync(new URL(`../../../prompts/${name}.md`, import.meta.url), 'utf8');
  const parts = /^---\nversion: (\S+)\n---\n([\s\S]+)$/.exec(file);
  const [, version, text] = parts ?? [];
  if (version === undefined || text === undefined) throw new Error(`The prompt ${name} has no version line.`);
  return { version, text: text.trim() };
}
