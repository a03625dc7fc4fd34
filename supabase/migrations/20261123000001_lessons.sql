-- What the fetcher stores and the worker takes up: one row for each recording.
create table public.zoom_summaries (
  id uuid primary key,
  -- What makes a recording itself: the Zoom uuid, or the hash of an uploaded file. Never the meeting number.
  recording_id text not null,
  source text not null check (source in ('zoom', 'inbox', 'upload')),
  status text not null check (status in ('pending_transcript', 'pending_processing', 'completed', 'unassigned', 'failed')),
  -- The state to return to when a failed row is tried again or an unassigned one finds its class.
  resume_status text not null check (resume_status in ('pending_transcript', 'pending_processing')),
  class_id text,
  teacher_id text,
  teacher_email text,
  user_id text,
  host_email text,
  meeting_id text,
  topic text not null,
  lesson_number integer,
  native_language text,
  started_at timestamptz not null,
  duration_seconds integer,
  -- The transcript as text, and its cues as {start_ms, end_ms, speaker, text}.
  transcript text,
  cues jsonb,
  speakers jsonb,
  -- The recording as its source lists it (files, times), and where its audio waits.
  recording jsonb,
  audio_path text,
  -- For each audio file its upload (free) and its job (paid): stored before anything waits for them.
  transcription jsonb not null default '{}'::jsonb,
  -- What the lesson cost: audio_seconds, input_tokens, output_tokens, cost_usd.
  cost jsonb not null default '{}'::jsonb,
  attempt_count integer not null default 0,
  next_attempt_at timestamptz not null,
  lease_owner text,
  lease_expires_at timestamptz,
  last_error text,
  waiting_for text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index zoom_summaries_recording on public.zoom_summaries (recording_id);
create index zoom_summaries_queue on public.zoom_summaries (status, next_attempt_at, created_at);
create index zoom_summaries_class on public.zoom_summaries (class_id, started_at desc);
create index zoom_summaries_newest on public.zoom_summaries (created_at desc);
alter table public.zoom_summaries enable row level security;
grant select, insert, update, delete on table public.zoom_summaries to service_role;

-- What the worker makes of it: one set of exercises for each recording.
create table public.lesson_exercises (
  id uuid primary key,
  recording_id text not null,
  zoom_summary_id uuid not null references public.zoom_summaries (id) on delete cascade,
  class_id text not null,
  teacher_id text,
  user_id text,
  lesson_number integer not null,
  title text not null,
  status text not null check (status in ('pending_review', 'approved', 'published', 'rejected')),
  exercises jsonb not null,
  engine text not null,
  prompt_version text,
  total_exercises integer not null,
  quality_passed boolean not null,
  reject_reason text,
  reviewed_by text,
  reviewed_at timestamptz,
  published_at timestamptz,
  -- Counts each change, so that two reviewers do not overwrite one another unseen.
  revision integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index lesson_exercises_recording on public.lesson_exercises (recording_id);
create index lesson_exercises_class on public.lesson_exercises (class_id, created_at desc);
create index lesson_exercises_status on public.lesson_exercises (status, updated_at);
alter table public.lesson_exercises enable row level security;
grant select, insert, update, delete on table public.lesson_exercises to service_role;
