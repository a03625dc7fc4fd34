import { useEffect, useRef, useState } from 'react';
import { useServices } from '../app/services.tsx';
import { followNews } from './follow-news.ts';
import type { News } from './read-events.ts';

/**
 * Hears what changes while the page is looked at, and what changed meanwhile when it is looked at again. A hidden page
 * holds no stream: a browser has few connections to a host, and many tabs.
 * @param practiceIn the class whose practice is to be told of, too
 * @returns whether news arrive by themselves right now
 */
export function useNews(hear: (news: readonly News[]) => void, practiceIn?: string): boolean {
  const { openNews } = useServices();
  const [isLive, setLive] = useState(false);
  const latest = useRef(hear);
  latest.current = hear;
  useEffect(() => {
    let following: AbortController | null = null;
    let lastId: Promise<string> = Promise.resolve('');
    const follow = (): void => {
      const isSeen = document.visibilityState === 'visible';
      if (isSeen === (following !== null)) return;
      following?.abort();
      following = isSeen ? new AbortController() : null;
      if (following === null) return;
      const { signal } = following;
      const follower = {
        open: openNews,
        practiceIn,
        hear: (news: readonly News[]) => latest.current(news),
        live: setLive,
      };
      lastId = lastId.then((from) => followNews(follower, signal, from));
    };
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      following?.abort();
    };
  }, [openNews, practiceIn]);
  return isLive;
}
