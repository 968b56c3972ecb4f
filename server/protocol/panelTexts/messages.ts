export const MESSAGES = {
  label: 'Messages',
  now: 'Now',
  log: 'Log',
  quiet: 'No alerts',
  away: 'OBS is out of sight: what it does is not known',
  unknown: 'No connection: alerts are not known',
  alert: 'ALERT',
  refused: 'NOT DONE',
  dismiss: 'OK',
  stopped: (length: string, file: string) => `Stopped: ${length}, ${file}`,
  interrupted: (length: string, file: string) => `Ended without a stop: ${length}, ${file}`,
  noFile: 'file not known',
} as const;
