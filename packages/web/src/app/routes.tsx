import { lazy, type ReactNode, Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { OutboxProvider } from '../offline/outbox-provider.tsx';
import { SignIn } from '../screens/sign-in/sign-in.tsx';
import { Failed, Loading } from '../ui/states.tsx';
import { codeOfLink } from './code-of-link.ts';
import { InTheirLanguage } from './in-their-language.tsx';
import { NotFound } from './not-found.tsx';
import { PersonProvider, usePerson, usePersonQuery, useSignedInId } from './person.tsx';
import { isStaff, Shell } from './shell.tsx';

const Today = lazy(async () => ({ default: (await import('../screens/today/today.tsx')).Today }));
const Lessons = lazy(async () => ({ default: (await import('../screens/lessons/lessons.tsx')).Lessons }));
const Lesson = lazy(async () => ({ default: (await import('../screens/lesson/lesson.tsx')).Lesson }));
const Words = lazy(async () => ({ default: (await import('../screens/words/words.tsx')).Words }));
const Desk = lazy(async () => ({ default: (await import('../screens/desk/desk.tsx')).Desk }));
const Review = lazy(async () => ({ default: (await import('../screens/review/review.tsx')).Review }));
const Classes = lazy(async () => ({ default: (await import('../screens/classes/classes.tsx')).Classes }));
const Class = lazy(async () => ({ default: (await import('../screens/class/class.tsx')).Class }));
const People = lazy(async () => ({ default: (await import('../screens/people/people.tsx')).People }));
const Worksheet = lazy(async () => ({ default: (await import('../screens/worksheet/worksheet.tsx')).Worksheet }));
const Progress = lazy(async () => ({ default: (await import('../screens/progress/progress.tsx')).Progress }));
const Settings = lazy(async () => ({ default: (await import('../screens/settings/settings.tsx')).Settings }));
const PlayScreen = lazy(async () => ({ default: (await import('../screens/play/play-routes.tsx')).PlayRoutes }));
const Join = lazy(async () => ({ default: (await import('../screens/join/join.tsx')).Join }));

/** What each address shows. */
export function Routes(): ReactNode {
  const userId = useSignedInId();
  const query = usePersonQuery(userId);
  if (userId === undefined) return <Loading />;
  if (userId === null) return <SignIn />;
  if (query.data === undefined) {
    return query.error ? <Failed error={query.error} again={() => void query.refetch()} /> : <Loading />;
  }
  return (
    <PersonProvider person={query.data}>
      <InTheirLanguage />
      <OutboxProvider>
        <Switch>
          <Route path="/play/*?">
            <Suspense fallback={<Loading />}>
              <PlayScreen />
            </Suspense>
          </Route>
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
      <Route path="/lessons" component={Lessons} />
      <Route path="/lessons/:recording">
        {({ recording }) => <Lesson recordingId={decodeURIComponent(recording)} />}
      </Route>
      <Route path="/lessons/:set/print">{({ set }) => <Worksheet setId={decodeURIComponent(set)} />}</Route>
      <Route path="/classes" component={Classes} />
      <Route path="/classes/:id">{({ id }) => <Class classId={decodeURIComponent(id)} />}</Route>
      <Route path="/people" component={People} />
      <Route path="/words" component={Words} />
      <Route path="/desk" component={Desk} />
      <Route path="/desk/:set">{({ set }) => <Review setId={decodeURIComponent(set)} />}</Route>
      <Route path="/progress" component={Progress} />
      <Route path="/settings" component={Settings} />
      {/* Looked at when it is shown: the address changes while the app stays. */}
      <Route path="/join">{() => <Join invited={codeOfLink(location.hash)} />}</Route>
      <Route path="/join/:code">{({ code }) => <Join invited={decodeURIComponent(code)} />}</Route>
      <Route component={NotFound} />
    </Switch>
  );
}
