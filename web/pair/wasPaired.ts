/** What the panel puts behind the address of this page when its device was paired a moment ago. */
export const WAS_PAIRED = '?was-paired';
