import { expect, it } from 'vitest';
import type { Target } from '../targets.js';
import { NOTHING, rawClients } from './clients.js';

/** Several requests in one message. */
export function batches(target: () => Target): void {
  const { friend } = rawClients(target);

  const mute = { requestType: 'GetInputMute', requestData: { inputName: 'Host mic' }, requestId: 'mine' };
  const studio = { requestType: 'GetStudioModeEnabled' };
  const unknown = { requestType: 'NeverHeardOf' };

  it('answer each request in order, with its own id where it had one', async () => {
    const client = await friend(NOTHING);
    expect(await client.batch({ requests: [mute, unknown, studio] })).toEqual([
      {
        requestType: 'GetInputMute',
        requestId: 'mine',
        requestStatus: { result: true, code: 100 },
        responseData: { inputMuted: false },
      },
      {
        requestType: 'NeverHeardOf',
        requestStatus: { result: false, code: 204, comment: 'Your request type is not valid.' },
      },
      {
        requestType: 'GetStudioModeEnabled',
        requestStatus: { result: true, code: 100 },
        responseData: { studioModeEnabled: false },
      },
    ]);
  });

  it('stop at the first failure when asked to', async () => {
    const client = await friend(NOTHING);
    const results = await client.batch({ haltOnFailure: true, requests: [studio, unknown, studio] });
    expect(results.map((result) => statusOf(result))).toEqual([100, 204]);
  });

  it.each([0, 1, 2])('answer an empty list and a short one under execution %i', async (executionType) => {
    const client = await friend(NOTHING);
    expect(await client.batch({ executionType, requests: [] })).toEqual([]);
    expect((await client.batch({ executionType, requests: [studio] })).map(statusOf)).toEqual([100]);
  });

  it('sleep between requests, in the unit of their execution, and never elsewhere', async () => {
    const client = await friend(NOTHING);
    const sleep = (requestData: object) => ({ requestType: 'Sleep', requestData });
    const began = performance.now();
    const byTime = await client.batch({ requests: [sleep({ sleepMillis: 120 }), sleep({ sleepFrames: 1 })] });
    expect(performance.now() - began).toBeGreaterThanOrEqual(115);
    expect(byTime.map(statusOf)).toEqual([100, 300]);
    const byFrame = await client.batch({ executionType: 1, requests: [sleep({ sleepFrames: 1 })] });
    expect(byFrame.map(statusOf)).toEqual([100]);
    const sideBySide = await client.batch({ executionType: 2, requests: [sleep({ sleepMillis: 1 })] });
    expect(sideBySide.map(statusOf)).toEqual([206]);
    expect(statusOf(await client.request('Sleep', { sleepMillis: 1 }))).toBe(206);
  });

  it('hand values from one request to the next', async () => {
    const client = await friend(NOTHING);
    const results = await client.batch({
      requests: [
        { requestType: 'GetCurrentProgramScene', outputVariables: { scene: 'currentProgramSceneName' } },
        {
          requestType: 'GetSceneItemId',
          requestData: { sourceName: 'Camera wide' },
          inputVariables: { sceneName: 'scene' },
        },
      ],
    });
    expect(results[1]).toMatchObject({ responseData: { sceneItemId: 1 } });
  });
}

/** The code in a response or in one result of a batch. */
function statusOf(response: unknown): unknown {
  // A wrong shape reads as undefined, which no assertion expects.
  return (response as { requestStatus?: { code?: unknown } }).requestStatus?.code;
}
