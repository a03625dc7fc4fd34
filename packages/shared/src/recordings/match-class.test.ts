import { matchClass, matchesTopic } from './match-class.ts';

const lessonClass = (id: string, fields: Partial<Parameters<typeof matchClass>[1][number]> = {}) => ({
  id,
  zoom_meeting_id: null,
  teacher_email: 'ana@example.com',
  topic_pattern: null,
  ...fields,
});
const origin = { meetingId: '111', hostEmail: 'Ana@Example.com', topic: 'English with Leo' };

test('the meeting number decides before the host', () => {
  const classes = [lessonClass('host'), lessonClass('meeting', { zoom_meeting_id: '111', teacher_email: null })];
  expect(matchClass(origin, classes)?.id).toBe('meeting');
});

test('a shared meeting room is told apart by the topic', () => {
  const classes = [
    lessonClass('leo', { zoom_meeting_id: '111', topic_pattern: 'leo' }),
    lessonClass('mia', { zoom_meeting_id: '111', topic_pattern: 'mia' }),
  ];
  expect(matchClass(origin, classes)?.id).toBe('leo');
  expect(matchClass({ ...origin, topic: 'English' }, classes)).toBeUndefined();
});

test('a host with several classes is told by the topic, and with one class needs none', () => {
  expect(matchClass(origin, [lessonClass('a'), lessonClass('b', { topic_pattern: 'english*leo' })])?.id).toBe('b');
  expect(matchClass(origin, [lessonClass('a')])?.id).toBe('a');
  expect(matchClass(origin, [lessonClass('a'), lessonClass('b')])).toBeUndefined();
});

test('an unknown host matches nothing', () => {
  expect(matchClass({ ...origin, hostEmail: 'else@example.com' }, [lessonClass('a')])).toBeUndefined();
  expect(matchClass({ meetingId: null, hostEmail: null, topic: null }, [lessonClass('a')])).toBeUndefined();
});

test('patterns are words with stars, never expressions', () => {
  expect(matchesTopic('(a+)+$', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!')).toBe(false);
  expect(matchesTopic('IELTS * speaking', 'Ielts B2 – Speaking club')).toBe(true);
  expect(matchesTopic('speaking * IELTS', 'Ielts B2 – Speaking club')).toBe(false);
});

test.each([
  ['Ana', 'English with Diana', false],
  ['Ben', 'Ruben – B1', false],
  ['Level 1', 'Level 10, group B', false],
  ['Éva', 'Évariste', false],
  ['B1*Tue', 'Group B1 on Tuesday', false],
  ['Ana', 'Diana and Ana', true],
  ['Ana', 'ANA: conversation', true],
  ['Ana Ruiz', 'Ana\u00a0 Ruiz – lesson 4', true],
  ['E\u0301va', 'Éva – English', true],
  ["Ana's class", 'Ana’s class', true],
  ['Anna-Lena', 'Anna\u2011Lena, B1', true],
  ['Ana', 'A\u200bna', true],
  ['B1*Tuesday', 'Group B1 on Tuesday', true],
  ['Ａｎａ', 'Ana', true],
  ['李', '李老师 B1', true],
  ['C++', 'English for C++ people', true],
  ['*', 'anything', true],
])('a pattern’s words are words: %s in “%s”: %s', (pattern, topic, fits) => {
  expect(matchesTopic(pattern, topic)).toBe(fits);
});
