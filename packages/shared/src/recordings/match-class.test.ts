import { matchClass } from './match-class.ts';

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
