import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type Api, answerOf, type Schema } from '../../api/client.ts';
import { useServices } from '../../app/services.tsx';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { Button } from '../../ui/button.tsx';
import { saveFile } from '../../ui/save-file.ts';

async function allWords(api: Api): Promise<Schema<'Word'>[]> {
  const words: Schema<'Word'>[] = [];
  for (let page = 1; ; page += 1) {
    const found = await answerOf(api.GET('/api/v1/words', { params: { query: { page, limit: 100 } } }));
    words.push(...found.words);
    if (page * 100 >= found.pagination.total) return words;
  }
}

/** A field as RFC 4180 has it; what a spreadsheet would take for a formula is made text. */
const field = (text: string | null): string =>
  `"${(text ?? '').replace(/^(?=[=+\-@\t\r])/, "'").replaceAll('"', '""')}"`;

/** All words as a file for spreadsheets and other apps. */
export function ExportWords(): ReactNode {
  const { t } = useSpeech();
  const { api } = useServices();
  const saving = useMutation({
    mutationFn: async () => {
      const rows = (await allWords(api)).map(({ word, translation, notes, example_sentence }) =>
        [word, translation, notes, example_sentence].map(field).join(','),
      );
      // With a mark of its encoding, which spreadsheets need.
      saveFile('words.csv', 'text/csv', `\uFEFFword,translation,notes,example\r\n${rows.join('\r\n')}\r\n`);
    },
  });
  return (
    <Button disabled={saving.isPending} onClick={() => saving.mutate()}>
      {t('words.export')}
    </Button>
  );
}
