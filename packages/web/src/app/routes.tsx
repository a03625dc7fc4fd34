import type { ReactNode } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { OutboxProvider } from '../offline/outbox-provider.tsx';
import { Today } from '../screens/today/today.tsx';
import { Failed, Loading } from '../ui/states.tsx';
import { codeOfLink } from './code-of-link.ts';
import { InTheirLanguage } from './in-their-language.tsx';
import { type LateScreen, later } from './late-screen.ts';
import { Later } from './later.tsx';
import { NotFound } from './not-found.tsx';
import { PersonProvider, usePerson, usePersonQuery, useSignedInId } from './person.tsx';
import { isStaff, Shell } from './shell.tsx';

/** For who is not signed in. */
export const signIn = later(async () => (await import('../screens/sign-in/sign-in.tsx')).SignIn);
const lessons = later(async () => (await import('../screens/lessons/lessons.tsx')).Lessons);
const lesson = later(async () => (await import('../screens/lesson/lesson.tsx')).Lesson);
const words = later(async () => (await import('../screens/words/words.tsx')).Words);
const desk = later(async () => (await import('../screens/desk/desk.tsx')).Desk);
const review = later(async () => (await import('../screens/review/review.tsx')).Review);
const classes = later(async () => (await import('../screens/classes/classes.tsx')).Classes);
const oneClass = later(async () => (await import('../screens/class/class.tsx')).Class);
const people = later(async () => (await import('../screens/people/people.tsx')).People);
const worksheet = later(async () => (await import('../screens/worksheet/worksheet.tsx')).Worksheet);
const progress = later(async () => (await import('../screens/progress/progress.tsx')).Progress);
const settings = later(async () => (await import('../screens/settings/settings.tsx')).Settings);
const play = later(async () => (await import('../screens/play/play-routes.tsx')).PlayRoutes);
const join = later(async () => (await import('../screens/join/join.tsx')).Join);

const show = (screen: LateScreen<object>): ReactNode => <Later screen={screen} given={{}} />;

/** What each address shows, to begin with for whom the device says that is signed in. */
export function Routes({ first }: { first: string | null }): ReactNode {
  const userId = useSignedInId(first);
  const query = usePersonQuery(userId);
  if (userId === null) return show(signIn);
  if (query.data === undefined) {
    return query.error ? <Failed error={query.error} again={() => void query.refetch()} /> : <Loading />;
  }
  return (
    <PersonProvider person={query.data}>
      <InTheirLanguage mayTell={query.isConfirmed} />
      <OutboxProvider>
        <Switch>
          <Route path="/play/*?">{show(play)}</Route>
          <Route>
            <Shell>
              <Screens />
            </Shell>
          </Route>
        </Switch>
      </OutboxProvider>
    </PersonProvider>
  );
}

function Screens(): ReactNode {
  const { role } = usePerson();
  return (
    <Switch>
      <Route path="/">{isStaff(role) ? <Redirect to="/desk" replace /> : <Today />}</Route>
      <Route path="/lessons">{show(lessons)}</Route>
      <Route path="/lessons/:recording">
        {({ recording }) => <Later screen={lesson} given={{ recordingId: decodeURIComponent(recording) }} />}
      </Route>
      <Route path="/lessons/:set/print">
        {({ set }) => <Later screen={worksheet} given={{ setId: decodeURIComponent(set) }} />}
      </Route>
      <Route path="/classes">{show(classes)}</Route>
      <Route path="/classes/:id">
        {({ id }) => <Later screen={oneClass} given={{ classId: decodeURIComponent(id) }} />}
      </Route>
      <Route path="/people">{show(people)}</Route>
      <Route path="/words">{show(words)}</Route>
      <Route path="/desk">{show(desk)}</Route>
      <Route path="/desk/:set">
        {({ set }) => <Later screen={review} given={{ setId: decodeURIComponent(set) }} />}
      </Route>
      <Route path="/progress">{show(progress)}</Route>
      <Route path="/settings">{show(settings)}</Route>
      {/* Looked at when it is shown: the address changes while the app stays. */}
      <Route path="/join">{() => <Later screen={join} given={{ invited: codeOfLink(location.hash) }} />}</Route>
      <Route path="/join/:code">
        {({ code }) => <Later screen={join} given={{ invited: decodeURIComponent(code) }} />}
      </Route>
      <Route component={NotFound} />
    </Switch>
  );
}
