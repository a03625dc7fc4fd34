import { grantRole } from '@tulkka/shared/operations';
import { PersonRepository } from '@tulkka/shared/repositories';
import { onEveryDatabase } from '../../../../tests/harness/test-databases.ts';

onEveryDatabase((database) => {
  test('a person is granted a role by e-mail, whatever its case, or by id', async () => {
    const people = new PersonRepository(database().db);
    await people.add({ id: 'p1', name: 'Noa', email: 'Noa@school.example' });
    const first = await grantRole(database().db, 'NOA@School.example', 'admin');
    expect(first).toMatchObject({ before: 'student', person: { id: 'p1', role: 'admin' } });
    // Tokens from before the grant no longer say the role.
    expect(first.person.role_changed_at).not.toBeNull();
    const again = await grantRole(database().db, 'p1', 'admin');
    expect(again).toMatchObject({ before: 'admin', person: { role_changed_at: first.person.role_changed_at } });
  });

  test('who never signed in cannot be granted anything, and that is said', async () => {
    await expect(grantRole(database().db, 'nobody@school.example', 'admin')).rejects.toThrow(
      /"nobody@school.example", who must sign in once before/,
    );
  });
});
