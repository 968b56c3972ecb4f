/** The page `/trust`: how a device comes to trust the certificate that this server made for itself. */
export const TRUST = {
  title: 'Trust this server',
  meaning:
    'This server made its certificate itself, so a device warns of it until it was told to trust it. That takes two minutes, once a device. Then the warning is gone, and nobody on this network can read along or pass for the server.',
  compareTitle: 'First: is it the right one?',
  compare:
    'The terminal that Showfloor was started in shows the same line. Is one character another, somebody stands in between: stop here.',
  fingerprint: 'Fingerprint (SHA-256)',
  named: (name: string) =>
    `The certificate is called “${name}”. It vouches for this server and for local names, for no site of the internet.`,
  download: 'Download the certificate',
  devices: {
    apple: {
      name: 'iPad and iPhone',
      steps: [
        'In Safari, tap “Download the certificate” above, then Allow. (Another browser? Open this page in Safari for this.)',
        'Open Settings. At the top stands “Profile Downloaded”: tap it, then Install, and once more Install. It wants the code of the device.',
        'In Settings, go to General, About, and at the very bottom Certificate Trust Settings. Switch on the certificate. Without this step it is there and is not trusted.',
        'Come back here and open the panel.',
      ],
      undo: 'To take it off again: Settings, General, VPN & Device Management.',
    },
    android: {
      name: 'Android',
      steps: [
        'Tap “Download the certificate” above. Android says that it can be installed in the settings only: close that.',
        'Open Settings and search there for “CA certificate”. It is under Security, Encryption & credentials, Install a certificate; each maker has another place for it.',
        'Choose CA certificate, Install anyway, and the file showfloor.crt among the downloads. It wants the code of the device.',
        'Come back here and open the panel, in Chrome. Firefox asks no list of the device’s own.',
      ],
      undo: 'To take it off again: Trusted credentials, User, in the same place.',
    },
    computer: {
      name: 'A computer',
      steps: [
        'Tap “Download the certificate” above.',
        'Windows: open the file, Install Certificate, Local Machine, and choose the store “Trusted Root Certification Authorities”. macOS: open it in Keychain Access, then under Trust choose “Always Trust”. Chrome on Linux: Settings, Privacy and security, Security, Manage certificates, Authorities, Import.',
        'Restart the browser and open the panel.',
      ],
      undo: 'The computer that Showfloor runs on needs none of this: it reaches it by the address with 127.0.0.1.',
    },
  },
  open: 'Open the panel',
  nothing: 'There is nothing to trust here',
  nothingMeaning:
    'This server has no certificate of its own making. A device that warns of it all the same is told so by somebody in between, or looks at another address.',
  noAnswer:
    'The server did not answer. Check that this device is on the booth’s network, then reload this page.',
} as const;
