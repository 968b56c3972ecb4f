/** What the show can make happen on a device's pages. */
export interface Pages {
  /** Shows on all pages of a device which one it is. */
  flash(deviceId: string, name: string): void;
}
