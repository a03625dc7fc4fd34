import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { answerOf, type Schema } from '../../api/client.ts';
import { usePerson } from '../../app/person.tsx';
import { useServices } from '../../app/services.tsx';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { English, Foreign } from '../../ui/english.tsx';
import { Checkbox, Select, TextField } from '../../ui/field.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Shown } from '../../ui/states.tsx';
import { Invitations } from '../class/invitations.tsx';
import { useClasses } from '../classes/use-classes.ts';
import styles from './people.module.css';

/** So many at once. */
const pageSize = 50;

/** Who there is: what they are, in which classes, when they last practised; who is in none is let in here. */
export function People(): ReactNode {
  const { t } = useSpeech();
  const { api } = useServices();
  const { id } = usePerson();
  const [search, setSearch] = useState('');
  const [withoutClass, setWithoutClass] = useState(false);
  const name = search.trim();
  const query = useInfiniteQuery({
    queryKey: ['people', id, name, withoutClass],
    placeholderData: keepPreviousData,
    initialPageParam: 1,
    queryFn: ({ pageParam: page }) => {
      const which = { ...(name !== '' && { search: name }), ...(withoutClass && { without_class: true }) };
      return answerOf(api.GET('/api/v1/people', { params: { query: { ...which, page, limit: pageSize } } }));
    },
    getNextPageParam: ({ pagination: { page, limit, total } }) => (page * limit < total ? page + 1 : undefined),
  });
  return (
    <Screen title={t('classes.people')} width="wide">
      <div className={styles.filters}>
        <TextField
          label={t('classes.searchPeople')}
          type="search"
          value={search}
          maxLength={120}
          onChange={({ target }) => setSearch(target.value)}
        />
        <Checkbox
          label={t('classes.onlyWithoutClass')}
          checked={withoutClass}
          onChange={({ target }) => setWithoutClass(target.checked)}
        />
      </div>
      <Shown query={query}>
        {({ pages }) => (
          <>
            <p role="status">{t('classes.found', { count: pages[0]?.pagination.total ?? 0 })}</p>
            <Table people={pages.flatMap(({ data }) => data)} />
            {query.hasNextPage && (
              <p>
                <Button disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {t('words.more')}
                </Button>
              </p>
            )}
          </>
        )}
      </Shown>
      <LetIn />
    </Screen>
  );
}

function Table({ people }: { people: readonly Schema<'Person'>[] }): ReactNode {
  const { t, language } = useSpeech();
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
  if (people.length === 0) return null;
  const head = ['classes.name', 'classes.role', 'classes.title', 'classes.lastPractised', 'classes.email'] as const;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={t('classes.people')}>
      <table className={styles.people}>
        <thead>
          <tr>
            {head.map((column) => (
              <th key={column} scope="col">
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map(({ id, name, role, classes, last_practised_at, email }) => (
            <tr key={id}>
              <th scope="row">
                <Foreign>{name}</Foreign>
              </th>
              <td>{t(`classes.role_${role}`)}</td>
              <td>
                {classes.length === 0
                  ? t('classes.inNoClass')
                  : classes.map((one, place) => (
                      <span key={one.id}>
                        {place > 0 && ', '}
                        <Link href={`/classes/${encodeURIComponent(one.id)}`}>
                          <Foreign>{one.name}</Foreign>
                        </Link>
                      </span>
                    ))}
              </td>
              <td>
                {last_practised_at === null ? (
                  t('classes.never')
                ) : (
                  <time dateTime={last_practised_at}>{day.format(new Date(last_practised_at))}</time>
                )}
              </td>
              <td>{email && <English>{email}</English>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The codes of a class, to hand to whoever is in none. */
function LetIn(): ReactNode {
  const { t } = useSpeech();
  const classes = useClasses().data ?? [];
  const [classId, setClassId] = useState('');
  return (
    <div className={styles.letIn}>
      <Card title={t('classes.invite')}>
        <Select label={t('classes.chooseClass')} value={classId} onChange={({ target }) => setClassId(target.value)}>
          <option value="">–</option>
          {classes.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </Select>
      </Card>
      {classId !== '' && <Invitations key={classId} classId={classId} />}
    </div>
  );
}
