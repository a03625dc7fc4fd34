import { useEffect, useRef, useState } from 'react';
import type { Schema } from '../api/client.ts';
import { newId } from '../api/new-id.ts';
import { usePerson } from '../app/person.tsx';
import { noteAnswered, useForgetToday, useFreshenToday } from '../app/today-query.ts';
import { markAnswered } from '../offline/ahead.ts';
import type { ResultBody } from '../offline/learner-database.ts';
import { useOutbox } from '../offline/outbox-provider.tsx';
import type { PlayItem, PlaySession } from './play-item.ts';
import { afterAnswer, beginRound, keyOf, type Round, triesOf, withoutItem } from './round.ts';
import { type Given, judge, type Verdict } from './verdict.ts';

/** What is on the table, and what can be done with it. */
export interface Play {
  round: Round;
  item: PlayItem | undefined;
  verdict: Verdict | null;
  /** What the server said of the latest answer to each item, by its key. */
  outcomes: ReadonlyMap<string, Schema<'ResultOutcome'>>;
  hinted: boolean;
  hint(): void;
  answer(given: Given): void;
  next(): void;
  /** Something on the table was withdrawn meanwhile. */
  withdrawn: boolean;
}

/** Plays a session: judges at once, hands every answer to the outbox, and brings wrong items back. */
export function usePlay(session: PlaySession): Play {
  const outbox = useOutbox();
  const { id: userId } = usePerson();
  const forgetToday = useForgetToday();
  const freshenToday = useFreshenToday();
  const [round, setRound] = useState(() => beginRound(session.items));
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [hinted, setHinted] = useState(false);
  const [withdrawn, setWithdrawn] = useState(false);
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Schema<'ResultOutcome'>>>(new Map());
  const shownAt = useRef(performance.now());
  const [item] = round.queue;
  const ended = item === undefined;

  /** Which item each result of this table belongs to; the server may answer long after the next one came. */
  const asked = useRef(new Map<string, string>());
  const onTable = useRef<string | null>(null);
  onTable.current = item === undefined ? null : keyOf(item);
  useEffect(
    () =>
      outbox.onSaid((resultId, said) => {
        const key = asked.current.get(resultId);
        if (key === undefined) return;
        if ('outcome' in said) setOutcomes((before) => new Map(before).set(key, said.outcome));
        else if (said.refused.code !== 'not_in_session' && said.refused.status !== 404) return;
        else if (key === onTable.current) setWithdrawn(true);
        else setRound((before) => withoutItem(before, key));
      }),
    [outbox],
  );

  const finished = useRef(false);
  useEffect(() => {
    if (!ended || finished.current || session.total === 0) return;
    finished.current = true;
    const end = async (): Promise<void> => {
      await outbox.add({ kind: 'complete', sessionId: session.id });
      await forgetToday();
      // Again when the server knows the answers.
      await outbox.flush();
      await freshenToday();
    };
    void end();
  }, [ended, outbox, session, forgetToday, freshenToday]);

  const record = (on: PlayItem, given: Given): void => {
    const spent = Math.round(Math.min(performance.now() - shownAt.current, 600_000));
    const body: ResultBody = {
      item_id: on.itemId,
      game_type: on.gameType,
      attempts: triesOf(round) + 1,
      time_spent_ms: spent,
      client_result_id: newId(),
      answered_at: new Date().toISOString(),
      hinted: 'gaveUp' in given ? 'answer' : hinted ? 'shape' : 'none',
    };
    if ('answer' in given) {
      const { answer } = given;
      body.answer = typeof answer === 'object' ? [...answer] : answer;
    } else if ('rating' in given) {
      body.is_correct = given.rating !== 'again';
      body.rating = given.rating;
    } else {
      body.is_correct = false;
    }
    const key = keyOf(on);
    asked.current.set(body.client_result_id, key);
    setOutcomes((before) => new Map([...before].filter(([one]) => one !== key)));
    void outbox.add({ kind: 'result', sessionId: session.id, body });
    void noteAnswered(userId);
    void markAnswered(userId, session.id, key);
  };

  const goOn = (isCorrect: boolean): void => {
    setRound((before) => afterAnswer(before, isCorrect));
    setVerdict(null);
    setHinted(false);
    setWithdrawn(false);
    shownAt.current = performance.now();
  };

  return {
    round,
    item,
    verdict,
    outcomes,
    hinted,
    withdrawn,
    hint: () => setHinted(true),
    answer: (given) => {
      if (item === undefined || verdict !== null) return;
      const judged = judge(item, given);
      record(item, given);
      // A card was judged by who turned it: there is nothing to tell them.
      if ('rating' in given) goOn(judged.isCorrect);
      else setVerdict(judged);
    },
    next: () => {
      if (item === undefined || verdict === null) return;
      if (withdrawn) {
        setRound((before) => withoutItem(before, keyOf(item)));
        setVerdict(null);
        setHinted(false);
        setWithdrawn(false);
      } else goOn(verdict.isCorrect);
    },
  };
}
