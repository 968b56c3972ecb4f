import type { Booth } from './booth/booth.js';
import { spoken, type Dialect } from './dialect.js';
import type { Faults } from './faults.js';
import { Fields } from './fields.js';
import type { Floor } from './requests/handler.js';
import { requestsOf } from './requests/table.js';
import { RequestFailure, STATUS } from './wire/requestStatus.js';

/** How a request ended, as it stands in a response. */
export interface Outcome {
  requestStatus: { result: boolean; code: number; comment?: string };
  responseData?: Record<string, unknown>;
}

/** Where every request arrives, alone or in a batch: known or not, faulty or not, carried out. */
export class Desk {
  readonly #requests;

  constructor(
    private readonly booth: Booth,
    private readonly dialect: Dialect,
    private readonly faults: Faults,
  ) {
    this.#requests = requestsOf(dialect);
  }

  /** Never rejects: what a handler throws that is no refusal is a bug of the simulator and is told as 205. */
  async carryOut(type: string, data: unknown, traffic: Floor['traffic']): Promise<Outcome> {
    try {
      const answer = await this.#answer(type, new Fields(data), traffic);
      const requestStatus = { result: true, code: STATUS.success };
      return answer ? { requestStatus, responseData: spoken(this.dialect, answer) } : { requestStatus };
    } catch (error) {
      if (error instanceof RequestFailure) return refused(error.code, error.comment);
      return refused(STATUS.genericError, String(error));
    }
  }

  #answer(type: string, fields: Fields, traffic: Floor['traffic']) {
    const refusal = this.faults.refusalOf(type);
    if (refusal) throw new RequestFailure(refusal.code, refusal.comment);
    if (this.dialect.isSilentWhileSwitching && this.booth.collections.isSwitching) {
      throw new RequestFailure(STATUS.notReady, 'OBS is not ready to perform the request.');
    }
    const handler = this.#requests.get(type);
    if (!handler) throw new RequestFailure(STATUS.unknownRequestType, 'Your request type is not valid.');
    if (this.faults.isLieAbout(type)) return undefined;
    const { booth, dialect } = this;
    return handler(fields, { booth, dialect, traffic, availableRequests: () => [...this.#requests.keys()] });
  }
}

function refused(code: number, comment: string): Outcome {
  return { requestStatus: { result: false, code, ...(comment === '' ? {} : { comment }) } };
}
