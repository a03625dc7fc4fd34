import { knownStability } from '../memory/index.ts';

/** The standing of a memory `y` at a moment, as `standingOf` has it. */
export const standingSql = `case when y.suspended_at is not null then 'resting' when y.state = 'learning' then 'learning'
  when y.state = 'relearning' or y.slips_at <= ? then 'slipping' when y.stability >= ${knownStability} then 'known'
  else 'learning' end`;
