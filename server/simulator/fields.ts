import { isRecord } from './dialect.js';
import { RequestFailure, STATUS } from './wire/requestStatus.js';

/** The data of one request, read field by field with the refusals, in code and words, of the real one. */
export class Fields {
  constructor(private readonly data: unknown) {}

  /** Absent and null are the same to obs-websocket. */
  has(name: string): boolean {
    return isRecord(this.data) && this.data[name] !== undefined && this.data[name] !== null;
  }

  /** Also as null. */
  isSaid(name: string): boolean {
    return isRecord(this.data) && this.data[name] !== undefined;
  }

  text(name: string): string {
    const value = this.maybeEmptyText(name);
    if (value === '') throw empty(name);
    return value;
  }

  maybeEmptyText(name: string): string {
    const value = this.#required(name);
    if (typeof value !== 'string') throw wrongType(name, 'must be a string');
    return value;
  }

  flag(name: string): boolean {
    const value = this.#required(name);
    if (typeof value !== 'boolean') throw wrongType(name, 'must be boolean');
    return value;
  }

  number(name: string, least: number, most: number): number {
    const value = this.#required(name);
    if (typeof value !== 'number') throw wrongType(name, 'must be a number');
    if (value < least) throw outOfRange(name, `below the minimum of \`${least.toFixed(6)}\``);
    if (value > most) throw outOfRange(name, `above the maximum of \`${most.toFixed(6)}\``);
    return value;
  }

  object(name: string): Record<string, unknown> {
    const value = this.#required(name);
    if (!isRecord(value)) throw wrongType(name, 'must be an object');
    return value;
  }

  filledObject(name: string): Record<string, unknown> {
    const value = this.object(name);
    if (Object.keys(value).length === 0) throw empty(name);
    return value;
  }

  #required(name: string): unknown {
    if (!isRecord(this.data)) {
      throw new RequestFailure(
        STATUS.missingRequestData,
        'Your request data is missing or invalid (non-object)',
      );
    }
    const value = this.data[name];
    if (value === undefined || value === null) {
      throw new RequestFailure(STATUS.missingRequestField, `Your request is missing the \`${name}\` field.`);
    }
    return value;
  }
}

function wrongType(name: string, what: string): RequestFailure {
  return new RequestFailure(STATUS.invalidRequestFieldType, `The field value of \`${name}\` ${what}.`);
}

function outOfRange(name: string, where: string): RequestFailure {
  return new RequestFailure(STATUS.requestFieldOutOfRange, `The field value of \`${name}\` is ${where}`);
}

function empty(name: string): RequestFailure {
  return new RequestFailure(STATUS.requestFieldEmpty, `The field value of \`${name}\` must not be empty.`);
}
