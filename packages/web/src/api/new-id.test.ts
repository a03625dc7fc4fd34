import { newId } from './new-id.ts';

test('an id is a random UUID, another one each time', () => {
  const ids = Array.from({ length: 500 }, newId);
  const others = ids.filter((id) => !/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id));
  expect(others).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
});
