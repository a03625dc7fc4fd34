import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type Api, answerOf, type Schema } from '../../api/client.ts';
import { useServices } from '../../app/services.tsx';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { Button } from '../../ui/button.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { useReason } from '../../ui/states.tsx';

const wordsAtOnce = 100;

async function allWords(api: Api, list_id: string | undefined): Promise<Schema<'Word'>[]> {
  const words: Schema<'Word'>[] = [];
  for (let page = 1; ; page += 1) {
    const query = { page, limit: wordsAtOnce, ...(list_id !== undefined && { list_id }) };
    const found = await answerOf(api.GET('/api/v1/words', { params: { query } }));
    words.push(...found.words);
    if (page * wordsAtOnce >= found.pagination.total) return words;
  }
}

/** All words, or those of one list, as a file for spreadsheets and other apps. */
export function ExportWords({ listId }: { listId: string | undefined }): ReactNode {
  const { t } = useSpeech();
  const { api } = useServices();
  const saving = useMutation({
    mutationFn: async () => {
      const words = await allWords(api, listId);
      const { writeTable } = await import('./words-file.ts');
      saveFile('words.csv', 'text/csv', writeTable(words));
    },
  });
  const reason = useReason(saving.error);
  return (
    <>
      <Button disabled={saving.isPending} onClick={() => saving.mutate()}>
        {t('words.export')}
      </Button>
      {saving.error && <p role="alert">{reason}</p>}
    </>
  );
}
