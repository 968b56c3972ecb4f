import type { CommandName } from '../commands.js';

export const COMMANDS = {
  'program.cut': 'Cut',
  'graphic.show': 'Show name',
  'graphic.update': 'Update name',
  'graphic.hide': 'Take name off',
  'graphic.arm': 'Next name',
  'graphic.clearAll': 'All off',
  'record.start': 'Start recording',
  'record.stop': 'Stop recording',
  'record.pause': 'Pause recording',
  'record.resume': 'Go on recording',
  'stream.start': 'Go live',
  'stream.stop': 'Stop the stream',
  'outputs.resume': 'Resume',
  'outputs.decline': 'Leave it',
  'mode.set': 'Change mode',
  'guest.add': 'Add guest',
  'guest.change': 'Change guest',
  'guest.remove': 'Remove guest',
  'seats.set': 'Seats',
} as const satisfies Record<CommandName, string>;
