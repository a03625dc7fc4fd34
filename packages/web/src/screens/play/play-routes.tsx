import type { ReactNode } from 'react';
import { Route, Switch } from 'wouter';
import { NotFound } from '../../app/not-found.tsx';
import { isListeningGame } from '../../play/listening.ts';
import type { GameType } from '../../play/play-item.ts';
import type { Wish } from '../../play/session-source.ts';
import { Play } from './play.tsx';

const games: readonly string[] = [
  'flashcards',
  'spelling_bee',
  'advanced_cloze',
  'grammar_challenge',
  'sentence_builder',
] satisfies GameType[];

const isGame = (name: string): name is GameType => games.includes(name);

/** What the address asks for: `/play/grammar_challenge/lesson/abc`, `/play/spelling_bee/mistakes`, by ear `/listen/…`. */
function wishOf(listen: boolean, game: string, mode: string, referenceId?: string): Wish | null {
  if (!isGame(game) || (listen && !isListeningGame(game))) return null;
  if (mode === 'mistakes' || mode === 'review') return { kind: 'game', gameType: game, mode, listen };
  if (referenceId === undefined) return null;
  if (mode === 'lesson' || mode === 'topic' || mode === 'custom') {
    return { kind: 'game', gameType: game, mode, referenceId: decodeURIComponent(referenceId), listen };
  }
  return null;
}

/** The addresses of games. */
export function PlayRoutes(): ReactNode {
  const show = (wish: Wish | null): ReactNode =>
    wish === null ? <NotFound /> : <Play key={JSON.stringify(wish)} wish={wish} />;
  return (
    <Switch>
      <Route path="/play">{show({ kind: 'practice' })}</Route>
      <Route path="/play/session/:id">{({ id }) => show({ kind: 'session', id })}</Route>
      <Route path="/play/listen/:game/:mode/:reference?">
        {({ game, mode, reference }) => show(wishOf(true, game, mode, reference))}
      </Route>
      <Route path="/play/:game/:mode/:reference?">
        {({ game, mode, reference }) => show(wishOf(false, game, mode, reference))}
      </Route>
      <Route component={NotFound} />
    </Switch>
  );
}
