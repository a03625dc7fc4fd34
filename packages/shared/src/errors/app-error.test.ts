import { AppError, ValidationError } from './index.ts';

test('a validation error lists every issue with its path', () => {
  const error = new ValidationError([
    { path: 'name', message: 'is required' },
    { path: 'limit', message: 'is at most 100' },
  ]);
  expect(error).toBeInstanceOf(AppError);
  expect(error.code).toBe('validation_error');
  expect(error.message).toBe('name: is required; limit: is at most 100');
});
