import { uniteLabels, withUnitedLabels } from './unite-labels.ts';

test.each([
  ['who comes back is numbered', ['Maya Collins', 'Leo', 'Maya Collins (2)'], 'Maya Collins (2)', 'Maya Collins'],
  ['with a dash', ['Maya Collins', 'Leo', 'Maya Collins - 2'], 'Maya Collins - 2', 'Maya Collins'],
  ['from another device', ['Maya Collins', 'Leo', 'Maya’s iPad'], 'Maya’s iPad', 'Maya Collins'],
  ['with the whole name', ['Maya Collins', 'Leo', "Maya Collins's iPhone"], "Maya Collins's iPhone", 'Maya Collins'],
  ['in Spanish', ['Maya Collins', 'Leo', 'iPhone de Leo'], 'iPhone de Leo', 'Leo'],
  ['in German', ['Maya Collins', 'Leo', 'iPad von Maya'], 'iPad von Maya', 'Maya Collins'],
  ['in Russian', ['Майя', 'Лев', 'Телефон Майя'], 'Телефон Майя', 'Майя'],
  ['a device before its person', ['MacBook Pro (Maya)', 'Leo', 'Maya Collins'], 'MacBook Pro (Maya)', 'Maya Collins'],
  ['two numbers', ['Maya', 'Leo', 'Maya (2)', 'Maya (3)'], 'Maya (3)', 'Maya'],
])('%s', (_, labels, label, person) => {
  expect(uniteLabels(labels).get(label)).toBe(person);
});

test.each([
  ['a name that two people bear', ['Ana Ruiz', 'Ana Silva', 'Ana’s iPad'], 'Ana’s iPad'],
  ['a device that names nobody', ['Maya', 'Leo', 'iPhone'], 'iPhone'],
  ['a device of somebody who is not there', ['Maya', 'Leo', 'Noa’s iPhone'], 'Noa’s iPhone'],
  ['two people of one name, alone', ['Ana Ruiz', 'Ana’s iPad'], 'Ana’s iPad'],
  ['people who share a name', ['Ana', 'Ana Ruiz', 'Leo'], 'Ana'],
  ['numbered people whose first nobody is', ['Student 1', 'Student 2', 'Maya'], 'Student 2'],
])('%s stays apart', (_, labels, label) => {
  expect(uniteLabels(labels).get(label)).toBe(label);
});

test('cues keep their texts', () => {
  const cues = ['Maya', 'Leo', 'Maya (2)', null].map((speaker) => ({ speaker, text: 'Hi.' }));
  expect(withUnitedLabels(cues).map(({ speaker }) => speaker)).toEqual(['Maya', 'Leo', 'Maya', null]);
});
