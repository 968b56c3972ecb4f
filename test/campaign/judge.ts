import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS, type CommandName } from '../../server/protocol/commands.js';
import type { Booth } from './booth.js';
import type { Arrival, Sent } from './log.js';

/**
 * Longest from a tap to what OBS is asked, in ms: 2 s is the rule, 1.4 s a cut may wait for a transition to end, and
 * the rest is a machine that is busy with other things.
 */
const LATEST_MS = 5000;

/** What OBS is only ever asked because somebody tapped one of these. */
const CAUSES: Record<string, readonly CommandName[]> = {
  SetCurrentProgramScene: ['program.cut', 'show.safe', 'show.back', 'outputs.resume', 'transition.take'],
  StartRecord: ['record.start', 'outputs.resume'],
  StopRecord: ['record.stop'],
  PauseRecord: ['record.pause'],
  ResumeRecord: ['record.resume'],
  StartStream: ['stream.start', 'outputs.resume'],
  StopStream: ['stream.stop'],
  SaveReplayBuffer: ['replay.save'],
  StopReplayBuffer: ['replay.stop'],
};

/** Requests that somebody must have asked for. */
export const ACTS_ON_OBS: ReadonlySet<string> = new Set(Object.keys(CAUSES));

/** What must hold at every moment, whatever is under way. One for each run: it remembers what it has judged. */
export class Judge {
  readonly #booth: Booth;
  #judged = 0;
  readonly #sizes = new Map<string, number>();

  constructor(booth: Booth) {
    this.#booth = booth;
  }

  /** Adds what is broken to the booth's complaints. */
  look(): void {
    this.#requests();
    this.#replies();
    this.#files();
    this.#entrances();
    this.#process();
  }

  /** OBS is asked for nothing that nobody tapped, nothing late, and nothing twice. */
  #requests(): void {
    const { log, complain } = this.#booth;
    const fresh = log.arrivals.slice(this.#judged);
    this.#judged = log.arrivals.length;
    for (const arrival of fresh) {
      const cause = this.#causeOf(arrival);
      if (cause === undefined)
        complain(`OBS was asked to ${arrival.type}, and no tap of the last moments did`);
      else cause.caused.add(arrival.type);
      const { takes } = arrival;
      if (takes !== null && takes.length === 0 && !this.#booth.log.isMemoryOnly)
        complain('StartRecord came before the take was on disk');
    }
  }

  #causeOf({ type, at }: Arrival): Sent | undefined {
    return this.#booth.log.sent.find(
      (sent) =>
        CAUSES[type]?.includes(sent.frame.name) === true &&
        sent.at <= at &&
        at - sent.at <= LATEST_MS &&
        sent.how !== 'late' &&
        sent.how !== 'other-boot' &&
        !sent.caused.has(type),
    );
  }

  /** Repeats get one answer; what is late or for another boot is never done. */
  #replies(): void {
    for (const { frame, how, replies } of this.#booth.log.sent) {
      const [first, ...others] = replies.map((reply) => JSON.stringify(reply));
      const isSlowed = replies.some((reply) => !reply.ok && reply.code === 'too-fast');
      if (!isSlowed && others.some((other) => other !== first))
        this.#booth.complain(`${frame.name} and its repeat got two answers: ${first}, ${others.join()}`);
      const mustFail = how === 'late' || how === 'other-boot';
      if (mustFail && COMMANDS[frame.name].class === 'live' && replies.some(({ ok }) => ok))
        this.#booth.complain(`${frame.name} was done, though it came ${how}`);
      if (replies.some((reply) => !reply.ok && reply.code === 'internal'))
        this.#booth.complain(`${frame.name} broke the server: ${JSON.stringify(frame)}`);
    }
  }

  /** No recording goes, and none shrinks. */
  #files(): void {
    const { obs, complain } = this.#booth;
    const { recordings } = obs;
    const there = new Map(
      readdirSync(recordings).map((file) => [file, statSync(join(recordings, file)).size]),
    );
    for (const [file, size] of this.#sizes) {
      if ((there.get(file) ?? -1) < size) complain(`the recording ${file} was deleted or overwritten`);
    }
    for (const [file, size] of there) this.#sizes.set(file, size);
  }

  /** Only what was asked for comes up, and what was refused never does. */
  #entrances(): void {
    const asked = new Map(
      this.#booth.log.sent
        .filter(({ frame }) => frame.name === 'graphic.show')
        .map((sent) => [(sent.frame.params as { instanceId: string }).instanceId, sent]),
    );
    for (const overlay of this.#booth.overlays) {
      for (const instanceId of overlay.entered.splice(0)) {
        const show = asked.get(instanceId);
        if (show === undefined) this.#booth.complain(`${instanceId} came up, and nobody showed it`);
        else if (show.replies.some(({ ok }) => !ok))
          this.#booth.complain(`${instanceId} came up on ${overlay.name}, though showing it was refused`);
      }
    }
  }

  #process(): void {
    const { server, isDiskFull, log, complain } = this.#booth;
    if (!server.isAlive && !server.mayBeGone) complain('the server ended by itself');
    const isDiskTrouble = isDiskFull || log.isMemoryOnly;
    for (const line of server.newErrors()) {
      if (!(isDiskTrouble && /disk|journal/.test(line))) complain(`the server says: ${line}`);
    }
  }
}
