import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** Ticks of the processor's clock a second, as Linux counts a process's time for those who look. */
const TICKS_A_SECOND = 100;
const PAGE_BYTES = 4096;
const MIB = 1_048_576;

export interface Load {
  /** Of one core. */
  cpuPercent: number;
  /** Resident at the end. */
  memoryMib: number;
}

/** What a process costs over so many ms, by Linux's own accounting. */
export async function loadOf(pid: number, forMs: number): Promise<Load> {
  const ticksBefore = ticksOf(pid);
  const began = performance.now();
  await pause(forMs);
  const seconds = (performance.now() - began) / 1000;
  const cpuPercent = ((ticksOf(pid) - ticksBefore) / TICKS_A_SECOND / seconds) * 100;
  return { cpuPercent, memoryMib: residentPages(pid) * (PAGE_BYTES / MIB) };
}

/** In user and in system mode together, all threads. */
function ticksOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name in brackets may hold anything; the 14th and 15th fields count from before it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return Number(fields[11]) + Number(fields[12]);
}

function residentPages(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
}
