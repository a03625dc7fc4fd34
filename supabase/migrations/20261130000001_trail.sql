-- Who did what with a set, and when: beside the set itself, so that a change and its line are one statement.
alter table public.lesson_exercises add column trail jsonb not null default '[]'::jsonb;

-- What changed since a moment: each web process asks for it every few seconds while somebody looks at a desk.
create index lesson_exercises_changed on public.lesson_exercises (updated_at);
create index zoom_summaries_changed on public.zoom_summaries (updated_at);
