import type { Operations } from './operation-call.ts';

export const peopleOperations: Operations = {
  getAppConfig: () => ({}),
  // Nothing that other calls need is stored about the admin.
  eraseMe: () => ({ by: 'admin' }),
  exportMe: () => ({}),
  getMe: () => ({}),
  updateMe: () => ({ body: { locale: 'he', daily_goal_minutes: 10 } }),
  listPeople: () => ({ by: 'teacher', query: { class_id: 'b1' } }),
};
