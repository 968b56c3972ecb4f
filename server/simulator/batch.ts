import { setTimeout as pause } from 'node:timers/promises';
import type { Desk, Outcome } from './desk.js';
import { isRecord } from './dialect.js';
import { Fields } from './fields.js';
import type { Floor } from './requests/handler.js';
import { CLOSE, Closing } from './wire/closing.js';
import { RequestFailure, STATUS } from './wire/requestStatus.js';

const FRAME_MS = 33;
const EXECUTION = { serialRealtime: 0, serialFrame: 1, parallel: 2 } as const;

/** One request of a batch, with the names under which serial batches hand values on. */
interface Step {
  type: string;
  id: unknown;
  data: unknown;
  inputs: Record<string, unknown>;
  outputs: Record<string, unknown>;
}

interface Batch {
  execution: number;
  haltsOnFailure: boolean;
  variables: Record<string, unknown>;
  steps: Step[];
}

/** Reads a batch. @throws Closing */
export function readBatch(d: Record<string, unknown>): Batch {
  const execution = d['executionType'] ?? EXECUTION.serialRealtime;
  if (typeof execution !== 'number' || execution < 0)
    throw wrongType('Your `executionType` is not a number.');
  if (execution > EXECUTION.parallel) {
    throw new Closing(CLOSE.invalidDataFieldValue, 'Your `executionType` has an invalid value.');
  }
  const haltsOnFailure = d['haltOnFailure'] ?? false;
  if (typeof haltsOnFailure !== 'boolean') throw wrongType('Your `haltOnFailure` is not a boolean.');
  const requests = d['requests'];
  if (requests === undefined) {
    throw new Closing(CLOSE.missingDataField, 'Your payload data is missing a `requests`.');
  }
  if (!Array.isArray(requests)) throw wrongType('Your `requests` is not an array.');
  return { execution, haltsOnFailure, variables: recordOr(d['variables']), steps: requests.map(readStep) };
}

/** Carries out a batch; the answer is one result for each request that was tried. */
export async function runBatch(batch: Batch, desk: Desk, traffic: Floor['traffic']): Promise<object[]> {
  if (batch.execution === EXECUTION.parallel) {
    const outcomes = batch.steps.map((step) => desk.carryOut(step.type, step.data, traffic));
    const all = await Promise.all(outcomes);
    return batch.steps.map((step, index) => ({ ...named(step), ...all[index] }));
  }
  const variables = { ...batch.variables };
  const results: object[] = [];
  for (const step of batch.steps) {
    if (batch.execution === EXECUTION.serialFrame) await pause(FRAME_MS);
    const data = withInputs(step, variables);
    const outcome =
      step.type === 'Sleep' ? await sleep(data, batch) : await desk.carryOut(step.type, data, traffic);
    for (const [variable, field] of Object.entries(step.outputs)) {
      variables[variable] = outcome.responseData?.[String(field)];
    }
    results.push({ ...named(step), ...outcome });
    if (batch.haltsOnFailure && !outcome.requestStatus.result) break;
  }
  return results;
}

function readStep(request: unknown): Step {
  const fields = recordOr(request);
  const type = fields['requestType'];
  return {
    type: typeof type === 'string' ? type : '',
    id: fields['requestId'],
    data: fields['requestData'],
    inputs: recordOr(fields['inputVariables']),
    outputs: recordOr(fields['outputVariables']),
  };
}

function named(step: Step) {
  return { requestType: step.type, ...(step.id === undefined ? {} : { requestId: step.id }) };
}

function withInputs(step: Step, variables: Record<string, unknown>): unknown {
  if (Object.keys(step.inputs).length === 0) return step.data;
  const filled = Object.entries(step.inputs).map(([field, variable]) => [field, variables[String(variable)]]);
  return { ...recordOr(step.data), ...Object.fromEntries(filled) };
}

async function sleep(data: unknown, batch: Batch): Promise<Outcome> {
  const fields = new Fields(data);
  try {
    const isByFrame = batch.execution === EXECUTION.serialFrame;
    await pause(
      isByFrame
        ? fields.number('sleepFrames', 0, 10_000) * FRAME_MS
        : fields.number('sleepMillis', 0, 50_000),
    );
    return { requestStatus: { result: true, code: STATUS.success } };
  } catch (error) {
    if (!(error instanceof RequestFailure)) throw error;
    return { requestStatus: { result: false, code: error.code, comment: error.comment } };
  }
}

function recordOr(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}

function wrongType(reason: string): Closing {
  return new Closing(CLOSE.invalidDataFieldType, reason);
}
