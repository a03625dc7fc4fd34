/*
 * What the vendors' descriptions say about the answers that the stand-ins give: written for these tests, cut to the
 * operations that we call. Zoom and AssemblyAI: objects are open. `answers` names the schema per operation and status.
 */

type Schema = Record<string, unknown>;

const string = { type: 'string' };
const integer = { type: 'integer' };
const number = { type: 'number' };
const boolean = { type: 'boolean' };
const nullable = (...types: string[]): Schema => ({ type: [...types, 'null'] });
const list = (items: Schema): Schema => ({ type: 'array', items });
const object = (properties: Record<string, Schema>, required: string[] = []): Schema => ({
  type: 'object',
  properties,
  required,
});

const instant = { type: 'string', pattern: '^(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z)?$' };

const recordingFile = object({
  id: string,
  meeting_id: string,
  recording_start: instant,
  recording_end: instant,
  file_type: string,
  file_extension: string,
  file_size: { type: 'integer', minimum: 0 },
  play_url: string,
  download_url: string,
  status: string,
  recording_type: string,
});

const recordedMeeting = object(
  {
    uuid: string,
    id: { type: ['integer', 'string'] },
    account_id: string,
    host_id: string,
    host_email: string,
    topic: string,
    type: { type: ['integer', 'string'] },
    start_time: instant,
    timezone: string,
    duration: integer,
    total_size: integer,
    recording_count: integer,
    share_url: string,
    recording_files: list(recordingFile),
  },
  ['uuid'],
);

const page = { next_page_token: string, page_count: integer, page_size: integer, total_records: integer };

const zoomError = object({ code: integer, message: string, errors: list(object({ field: string, message: string })) }, [
  'code',
  'message',
]);

export const zoomAnswers: Record<string, Schema> = {
  'token 200': object(
    {
      access_token: string,
      token_type: string,
      refresh_token: string,
      expires_in: integer,
      scope: string,
      api_url: string,
    },
    ['access_token', 'expires_in'],
  ),
  'token 400': object({ reason: string, error: string }, ['error']),
  'list_users 200': object({
    ...page,
    users: list(
      object({
        id: string,
        email: string,
        display_name: string,
        type: integer,
        status: string,
        timezone: string,
        dept: string,
      }),
    ),
  }),
  'list_recordings 200': object({ ...page, from: string, to: string, meetings: list(recordedMeeting) }),
  'get_meeting_recordings 200': recordedMeeting,
  'list_users 401': zoomError,
  'list_recordings 400': zoomError,
  'list_recordings 404': zoomError,
  'get_meeting_recordings 404': zoomError,
};

const status = { enum: ['queued', 'processing', 'completed', 'error'] };
const word = object({ confidence: number, start: integer, end: integer, text: string, speaker: nullable('string') }, [
  'confidence',
  'start',
  'end',
  'text',
  'speaker',
]);

const transcript = object(
  {
    id: string,
    status,
    audio_url: string,
    audio_duration: nullable('integer'),
    text: nullable('string'),
    words: { anyOf: [list(word), { type: 'null' }] },
    utterances: {
      anyOf: [
        list(
          object(
            { confidence: number, start: integer, end: integer, text: string, speaker: string, words: list(word) },
            ['confidence', 'start', 'end', 'text', 'words', 'speaker'],
          ),
        ),
        { type: 'null' },
      ],
    },
    confidence: nullable('number'),
    speech_model: nullable('string'),
    speech_models: { anyOf: [list(string), { type: 'null' }] },
    speech_model_used: string,
    speaker_labels: nullable('boolean'),
    error: string,
    webhook_auth: boolean,
    auto_highlights: boolean,
    redact_pii: boolean,
    summarization: boolean,
    language_confidence: nullable('number'),
    language_confidence_threshold: nullable('number'),
    acoustic_model: string,
    language_model: string,
  },
  [
    ...['id', 'status', 'audio_url', 'webhook_auth', 'auto_highlights', 'redact_pii', 'summarization', 'speech_model'],
    ...['language_confidence', 'language_confidence_threshold', 'acoustic_model', 'language_model'],
  ],
);

const assemblyaiError = object({ error: string }, ['error']);
const naiveInstant = '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?$';

export const assemblyaiAnswers: Record<string, Schema> = {
  'upload 200': object({ upload_url: string }, ['upload_url']),
  'submit 200': transcript,
  'poll 200': transcript,
  'list 200': object(
    {
      page_details: object(
        {
          limit: integer,
          result_count: integer,
          current_url: string,
          prev_url: nullable('string'),
          next_url: nullable('string'),
        },
        ['limit', 'result_count', 'current_url', 'prev_url', 'next_url'],
      ),
      transcripts: list(
        object(
          {
            id: string,
            resource_url: string,
            status,
            created: { type: 'string', pattern: naiveInstant },
            completed: { type: ['string', 'null'], pattern: naiveInstant },
            audio_url: string,
            error: nullable('string'),
          },
          ['id', 'resource_url', 'status', 'created', 'completed', 'audio_url', 'error'],
        ),
      ),
    },
    ['page_details', 'transcripts'],
  ),
  'upload 401': assemblyaiError,
  'submit 400': assemblyaiError,
  'poll 400': assemblyaiError,
};

const openaiError = object(
  {
    error: object({ type: string, message: string, param: nullable('string'), code: nullable('string') }, [
      'type',
      'message',
      'param',
      'code',
    ]),
  },
  ['error'],
);

const outputText = object({ type: { const: 'output_text' }, text: string, annotations: list({}), logprobs: list({}) }, [
  ...['type', 'text', 'annotations', 'logprobs'],
]);
const refusal = object({ type: { const: 'refusal' }, refusal: string }, ['type', 'refusal']);
const message = object(
  {
    id: string,
    type: { const: 'message' },
    role: { const: 'assistant' },
    status: { enum: ['in_progress', 'completed', 'incomplete'] },
    content: list({ anyOf: [outputText, refusal] }),
  },
  ['id', 'type', 'role', 'content', 'status'],
);
const usage = object(
  {
    input_tokens: integer,
    input_tokens_details: object({ cached_tokens: integer, cache_write_tokens: integer }, [
      'cached_tokens',
      'cache_write_tokens',
    ]),
    output_tokens: integer,
    output_tokens_details: object({ reasoning_tokens: integer }, ['reasoning_tokens']),
    total_tokens: integer,
  },
  ['input_tokens', 'input_tokens_details', 'output_tokens', 'output_tokens_details', 'total_tokens'],
);

export const openaiAnswers: Record<string, Schema> = {
  'responses 200': object(
    {
      id: string,
      object: { const: 'response' },
      status: { enum: ['completed', 'failed', 'in_progress', 'cancelled', 'queued', 'incomplete'] },
      created_at: number,
      incomplete_details: {
        anyOf: [object({ reason: { enum: ['max_output_tokens', 'content_filter'] } }), { type: 'null' }],
      },
      error: { anyOf: [object({ code: string, message: string }, ['code', 'message']), { type: 'null' }] },
      model: string,
      output: list(message),
      usage,
    },
    [
      ...['id', 'object', 'created_at', 'error', 'incomplete_details', 'instructions', 'model', 'tools', 'output'],
      ...['parallel_tool_calls', 'metadata', 'tool_choice', 'temperature', 'top_p'],
    ],
  ),
  'responses 400': openaiError,
  'responses 401': openaiError,
  'responses 404': openaiError,
  'responses 429': openaiError,
  'responses 500': openaiError,
  'models 200': object(
    {
      object: { const: 'list' },
      data: list(
        object({ id: string, object: { const: 'model' }, created: integer, owned_by: string }, ['id', 'object']),
      ),
    },
    ['object', 'data'],
  ),
};
