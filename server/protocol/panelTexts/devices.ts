import type { Role } from '../codes.js';
import type { Device } from '../slices.js';

/** Who is here, for the crew; every paired device, for producers. */
export const DEVICES = {
  title: 'Who is connected',
  pairedTitle: 'Devices',
  roles: {
    producer: 'producer',
    host: 'host',
    stage: 'stage',
    viewer: 'viewer',
    overlay: 'overlay',
    kiosk: 'kiosk',
    audience: 'audience',
  } satisfies Record<Role, string>,
  kinds: { page: 'page', token: 'by token' } satisfies Record<Device['kind'], string>,
  since: (time: string, age: string) => `since ${time} (${age})`,
  own: 'this one',
  online: 'online now',
  lastHeard: (age: string) => `last heard ${age} ago`,
  neverHeard: 'never heard',
  overlays: (count: number) => (count === 1 ? '1 overlay page answers' : `${count} overlay pages answer`),
  close: 'Close',
  back: 'Back to the list',
  flash: 'Flash',
  flashOf: (name: string) => `Flash ${name}`,
  again: 'Pair again',
  againOf: (name: string) => `Pair again: ${name}`,
  rename: 'Rename',
  renameOf: (name: string) => `Rename ${name}`,
  name: 'Name of the device',
  save: 'Save',
  cancel: 'Cancel',
  revoke: 'Revoke',
  revokeHold: 'hold',
  revokeSubject: (name: string) => `ends ${name}`,
} as const;

/** Adding a device, or bringing one back. */
export const INVITE = {
  add: 'Add a device',
  choose: 'What may it do?',
  roles: [
    { role: 'producer', label: 'Producer', meaning: 'everything, also adding and revoking devices' },
    { role: 'host', label: 'Host', meaning: 'cuts, names, recording and stream; no devices' },
    { role: 'viewer', label: 'Viewer', meaning: 'sees all of the panel and changes nothing' },
    { role: 'overlay', label: 'Overlay', meaning: 'the browser source in OBS: an address to copy' },
  ],
  making: 'Asking the server for a code…',
  forRole: (role: string) => `For a new device: ${role}`,
  forDevice: (name: string) => `For ${name}, as it was`,
  scan: 'Scan this with its camera',
  qr: 'QR code of the pairing address',
  orType: (address: string) => `or open ${address} there and type`,
  trust: (address: string) => `It warns of the certificate? Open ${address} there first, once.`,
  left: (time: string) => `${time} left, for one device`,
  leftForOverlay: (time: string) => `${time} left to put it into OBS`,
  address: 'Network',
  noAddress:
    'The server is in no network now: only its own computer reaches it. Connect it to the booth’s network; its address then shows here by itself.',
  overlayHow:
    'In OBS: add a browser source, 1920 by 1080, with this address. It is shown here only, and whoever has it is the overlay.',
  overlayAgainHow:
    'In OBS: put this address into the browser source. The old one ends when this one is used.',
  overlayAddress: 'Address of the browser source',
  overlayHere: 'OBS on the server’s computer',
  copy: 'Copy',
  copied: 'Copied. Paste it in OBS.',
  notCopied: 'This browser did not copy it. The address is marked: copy it by hand.',
  fresh: 'New code',
  cancel: 'Cancel: the code ends',
  paired: (name: string) => `Paired: ${name}`,
  pairedMeaning: 'The code is used up. The device is in the list; its name can be changed there.',
  over: 'This code is over',
  overMeaning: 'It was used, cancelled, or its ten minutes passed. Make a new one for another device.',
} as const satisfies { roles: readonly { role: Device['role']; label: string; meaning: string }[] } & Record<
  string,
  unknown
>;
