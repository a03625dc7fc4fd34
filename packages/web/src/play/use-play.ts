import { useEffect, useRef, useState } from 'react';
import type { Schema } from '../api/client.ts';
import { usePerson } from '../app/person.tsx';
import { useForgetToday } from '../app/today-query.ts';
import { markAnswered } from '../offline/ahead.ts';
import { useOutbox } from '../offline/outbox-provider.tsx';
import type { PlayItem, PlaySession } from './play-item.ts';
import { afterAnswer, beginRound, keyOf, type Round, triesOf, withoutItem } from './round.ts';
import { type Given, judge, type Verdict } from './verdict.ts';

/** What is on the table, and what can be done with it. */
export interface Play {
  round: Round;
  item: PlayItem | undefined;
  verdict: Verdict | null;
  /** What the server said of the answers so far, by item. */
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
  const [round, setRound] = useState(() => beginRound(session.items));
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [hinted, setHinted] = useState(false);
  const [withdrawn, setWithdrawn] = useState(false);
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Schema<'ResultOutcome'>>>(new Map());
  const shownAt = useRef(performance.now());
  const [item] = round.queue;
  const ended = item === undefined;

  useEffect(
    () =>
      outbox.onSaid((_id, said) => {
        if ('outcome' in said) setOutcomes((before) => new Map(before).set(said.outcome.item_id, said.outcome));
        else if (said.refused.code === 'not_in_session' || said.refused.status === 404) setWithdrawn(true);
      }),
    [outbox],
  );

  const finished = useRef(false);
  useEffect(() => {
    if (!ended || finished.current || session.total === 0) return;
    finished.current = true;
    void outbox.add({ kind: 'complete', sessionId: session.id }).then(forgetToday);
  }, [ended, outbox, session, forgetToday]);

  const record = (on: PlayItem, given: Given): void => {
    const spent = Math.round(Math.min(performance.now() - shownAt.current, 600_000));
    const body: Schema<'RecordResultRequest'> & { client_result_id: string } = {
      item_id: on.itemId,
      game_type: on.gameType,
      attempts: triesOf(round) + 1,
      time_spent_ms: spent,
      client_result_id: crypto.randomUUID(),
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
    void outbox.add({ kind: 'result', sessionId: session.id, body });
    void markAnswered(userId, session.id, keyOf(on));
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
        setRound((before) => withoutItem(before, item.itemId));
        setVerdict(null);
        setHinted(false);
        setWithdrawn(false);
      } else goOn(verdict.isCorrect);
    },
  };
}
