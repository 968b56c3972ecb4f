/** The page `/pair`: what a device sees that the server does not know. */
export const PAIR = {
  title: 'Pair this device',
  unknown: 'This device is not paired',
  unknownMeaning: 'It sees and does nothing here until it is.',
  ended: 'This device is no longer paired',
  endedMeaning:
    'A producer ended it, or the server has another show open. It does nothing here until it is paired.',
  digits: 'Six digits',
  pair: 'Pair',
  pairing: 'Pairing…',
  paired: 'Paired. The panel opens.',
  howTitle: 'Where the digits are',
  how: [
    'On a producer’s tablet: menu (⋯), Devices, Add a device. Scan the code there with this device’s camera, or type the six digits here.',
    'In the terminal that Showfloor was started in: each start prints a code. It is good for ten minutes, and for one device.',
  ],
  noAnswer:
    'The server did not answer. This device is not paired. Check that it is on the booth’s network, then try again.',
  noCookies:
    'This browser keeps no cookies, and one is what a paired device is known by. The code was not used. Allow cookies, then try again.',
  tooFew: 'It takes six digits. Nothing was sent. Type the others.',
  isPaired: 'It is paired already? Open the panel',
} as const;
